/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ahiq batch --spark --split-images}: the work on a large pair is divided. */
class SparkSplitTest extends SparkFixture {

    private static final Pattern STAGE = Pattern.compile("\"Stage Name\":\"([^\"]*large[^\"]*)\"");

    private Object[] options(Path manifest, String name, Object... more) {
        Stream<Object> options = Stream.of(
                "--manifest",
                manifest,
                "--metrics",
                "ahiq,ahiq:" + model + ",psnr,ssim,mad",
                "--device",
                "cpu",
                "--maps",
                folder.resolve(name + " maps"),
                "--output",
                folder.resolve(name + ".csv"));
        return Stream.concat(options, Stream.of(more)).toArray();
    }

    /** Names of the stages for large pairs that a run had, in the log that Spark wrote of it. */
    private static List<String> stages(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return STAGE.matcher(text)
                    .results()
                    .map((MatchResult stage) -> stage.group(1))
                    .distinct()
                    .toList();
        }
    }

    private Process startSplit(String name, Object... options) throws IOException {
        Path log = Files.createDirectories(folder.resolve(name + " log"));
        properties = List.of(
                "-Dspark.eventLog.enabled=true",
                "-Dspark.eventLog.compress=false",
                "-Dspark.eventLog.dir=" + log.toUri());
        return startBatch(name, "local[2]", options);
    }

    /** AHIQ-S 5 in tiles, a model with crops, metrics with and without maps; a pair of two sizes. */
    @Test
    void rowsAndMapsOfDividedPairsAreThoseOfWholeOnes() throws Exception {
        Path manifest = manifest(2, 2);
        image("r0.png", 1, 1500, 70);
        image("d0_0.png", 2, 1500, 70);
        image("d0_1.png", 3, 1500, 71);
        String alone = batch("alone", ExitCode.PAIRS_FAILED, options(manifest, "alone"));

        Process split = startSplit("split", options(manifest, "split", "--split-images", "0.1"));

        assertThat(end(split, "split", ExitCode.PAIRS_FAILED)).isEqualTo(alone.replace("alone", "split"));
        assertThat(folder.resolve("split.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        assertSameFiles(folder.resolve("split maps"), folder.resolve("alone maps"));
        assertThat(stages(folder.resolve("split log")))
                .hasSize(3)
                .contains("divide 2 large pairs")
                .anyMatch(name -> name.matches("compare 1 large pairs by ahiq, .* in \\d+ parts"))
                .anyMatch(name -> name.matches("score 1 large pairs by ahiq, .*, mad"));
    }

    @Test
    void aDividedPairThatWasScoredBeforeIsNotScoredAgain() throws Exception {
        Path manifest = manifest(1, 3);
        Object[] options = options(manifest, "split", "--split-images", "0.0001", "--resume");
        end(startSplit("first", options), "first", ExitCode.OK);
        image("d0_1.png", 77);

        String printed = end(startSplit("second", options), "second", ExitCode.OK);

        assertThat(printed).isEqualTo("3 pairs: 1 scored, 2 scored before.\n");
        assertThat(stages(folder.resolve("second log"))).contains("divide 3 large pairs");
        assertThat(stages(folder.resolve("second log"))).anyMatch(name -> name.startsWith("compare 1 large pairs by "));
    }

    @Test
    void withoutSparkNothingIsDivided() throws IOException {
        Run run = run(
                Stream.concat(Stream.of("batch"), Stream.of(options(manifest(1, 1), "alone", "--split-images", "100")))
                        .toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("split_images=100.0 divides the work on a pair")
                .contains("--spark MASTER");
    }

    @Test
    void aSizeThatIsNoneIsRefused() throws IOException {
        Run run = run(Stream.concat(
                        Stream.of("batch"),
                        Stream.of(options(manifest(1, 1), "alone", "--spark", "local[2]", "--split-images", "-1")))
                .toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("split_images=-1.0: expected megapixels");
    }
}
