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
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ahiq batch --spark --split-images}: the work on a large pair is divided. */
class SparkSplitTest extends SparkFixture {

    private static final Pattern STAGE = Pattern.compile("\"Stage Name\":\"([^\"]*large[^\"]*)\"");

    private Object[] split(Path manifest, String name, Object... more) {
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

    /** Names of the stages for large pairs. */
    private List<String> stages() throws IOException {
        return STAGE.matcher(events())
                .results()
                .map(stage -> stage.group(1))
                .distinct()
                .toList();
    }

    /** AHIQ-S 5 in tiles, a model with crops, metrics with and without maps; a pair of two sizes. */
    @Test
    void rowsAndMapsOfDividedPairsAreThoseOfWholeOnes() throws Exception {
        Path manifest = manifest(2, 2);
        image("r0.png", 1, 1500, 70);
        image("d0_0.png", 2, 1500, 70);
        image("d0_1.png", 3, 1500, 71);
        String alone = batch("alone", ExitCode.PAIRS_FAILED, split(manifest, "alone"));

        properties = keepEvents();
        Process split = startBatch("split", "local[2]", split(manifest, "split", "--split-images", "0.1"));

        assertThat(end(split, "split", ExitCode.PAIRS_FAILED)).isEqualTo(alone.replace("alone", "split"));
        assertThat(folder.resolve("split.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        assertSameFiles(folder.resolve("split maps"), folder.resolve("alone maps"));
        assertThat(stages())
                .hasSize(3)
                .contains("divide 2 large pairs")
                .anyMatch(name -> name.matches("compare 1 large pairs by ahiq, .* in \\d+ parts"))
                .anyMatch(name -> name.matches("score 1 large pairs by ahiq, .*, mad"));
    }

    @Test
    void aDividedPairThatWasScoredBeforeIsNotScoredAgain() throws Exception {
        Path manifest = manifest(1, 3);
        Object[] options = split(manifest, "split", "--split-images", "0.0001", "--resume");
        end(startBatch("first", "local[2]", options), "first", ExitCode.OK);
        image("d0_1.png", 77);

        properties = keepEvents();
        String printed = end(startBatch("second", "local[2]", options), "second", ExitCode.OK);

        assertThat(printed).isEqualTo("3 pairs: 1 scored, 2 scored before.\n");
        assertThat(stages())
                .contains("divide 3 large pairs")
                .anyMatch(name -> name.startsWith("compare 1 large pairs by "));
    }

    /** A black image that is so large that its chunks are read when they are needed. */
    private Path black(String name) throws IOException {
        Path array = Files.createDirectories(folder.resolve(name).resolve("0"));
        Files.writeString(
                folder.resolve(name).resolve(".zattrs"),
                "{\"multiscales\": [{\"axes\": [{\"name\": \"y\"}, {\"name\": \"x\"}], \"datasets\": [{\"path\": \"0\"}]}]}");
        Files.writeString(folder.resolve(name).resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(
                array.resolve(".zarray"),
                "{\"zarr_format\": 2, \"shape\": [8200, 8200], \"chunks\": [1000, 1000], \"dtype\": \"|u1\","
                        + " \"order\": \"C\", \"fill_value\": 0, \"filters\": null, \"compressor\": null}");
        return array;
    }

    /** That it is damaged shows while its parts are worked on. */
    @Test
    void aDividedImageWhoseChunksAreDamagedIsARowWithItsError() throws Exception {
        Path manifest = manifest(1, 1);
        black("r.zarr");
        Path damaged = black("d.zarr");
        for (int i = 1; i < 81; i++) { // the first one is read to tell their type
            Files.write(damaged.resolve(i / 9 + "." + i % 9), new byte[7]);
        }
        Files.writeString(manifest, "r.zarr,d.zarr\n", StandardOpenOption.APPEND);
        Object[] options = {"--manifest", manifest, "--metrics", "ahiq", "--device", "cpu", "--output"};
        batch("alone", ExitCode.PAIRS_FAILED, with(options, folder.resolve("alone.csv")));

        properties = keepEvents();
        Object[] split = with(with(with(options, folder.resolve("split.csv")), "--split-images"), 60);
        end(startBatch("split", "local[2]", split), "split", ExitCode.PAIRS_FAILED);

        assertThat(folder.resolve("split.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        assertThat(stages()).contains("compare 1 large pairs by ahiq in 8 parts");
    }

    @Test
    void withoutSparkNothingIsDivided() throws IOException {
        Run run = run(
                Stream.concat(Stream.of("batch"), Stream.of(split(manifest(1, 1), "alone", "--split-images", "100")))
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
                        Stream.of(split(manifest(1, 1), "alone", "--spark", "local[2]", "--split-images", "-1")))
                .toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("split_images=-1.0: expected megapixels");
    }
}
