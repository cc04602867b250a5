/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ahiq batch --spark} with Spark in its own process. */
class SparkBatchTest extends SparkFixture {

    private static final int SIGTERM = 143;

    @Test
    void rowsAndMapsAreThoseOfABatchWithoutSpark() throws Exception {
        Path manifest = manifest(4, 5);
        Files.writeString(folder.resolve("d1_2.png"), "no image");
        Files.delete(folder.resolve("d3_4.png"));
        image("d0_1.png", 7, 20, 50);
        String alone = batch(
                "alone",
                ExitCode.PAIRS_FAILED,
                options(manifest, folder.resolve("alone.csv"), "--maps", folder.resolve("alone maps")));

        Process spark = startBatch(
                "spark",
                "local[2]",
                options(manifest, folder.resolve("spark.csv"), "--maps", folder.resolve("spark maps")));

        assertThat(end(spark, "spark", ExitCode.PAIRS_FAILED)).isEqualTo(alone.replace("alone.csv", "spark.csv"));
        assertThat(folder.resolve("spark.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        assertSameFiles(folder.resolve("spark maps"), folder.resolve("alone maps"));
    }

    @Test
    void aDriverThatIsCancelledOrKilledLosesNoFinishedTaskAndTheFileEndsUpTheSame() throws Exception {
        Path manifest = manifest(30, 12);
        Path results = folder.resolve("spark.csv");
        batch("alone", ExitCode.OK, options(manifest, folder.resolve("alone.csv")));

        Process cancelled = startBatch("cancelled", "local[2]", options(manifest, folder.resolve("spark.csv")));
        awaitRows(results, 12, cancelled);
        cancelled.destroy();
        end(cancelled, "cancelled", SIGTERM);
        long first = rows(results);
        Process killed = startBatch("killed", "local[2]", options(manifest, folder.resolve("spark.csv"), "--resume"));
        awaitRows(results, first + 12, killed);
        killed.destroyForcibly().waitFor();
        String torn = Files.readString(results);
        long second = torn.substring(0, torn.lastIndexOf('\n') + 1).lines().count() - 1;
        Process last = startBatch("last", "local[2]", options(manifest, folder.resolve("spark.csv"), "--resume"));

        assertThat(end(last, "last", ExitCode.OK))
                .isEqualTo("360 pairs: " + (360 - second) + " scored, " + second + " scored before.\n");
        assertThat(first).isBetween(12L, 348L);
        assertThat(results).hasSameBinaryContentAs(folder.resolve("alone.csv"));
    }

    /** Two processes begin together with an empty folder. */
    @Test
    void nativeLibrariesAreUnpackedOnceHoweverManyExecutorsBegin() throws Exception {
        Path cache = folder.resolve("cache");
        Path manifest = manifest(1, 1);
        environment.put("AHIQ_CACHE", cache.toString());
        Map<Path, Set<Object>> files = new HashMap<>();

        Process first = startBatch("first", "local[1]", options(manifest, folder.resolve("first.csv")));
        Process second = startBatch("second", "local[1]", options(manifest, folder.resolve("second.csv")));
        while (first.isAlive() || second.isAlive()) {
            collect(cache, files);
            Thread.sleep(5);
        }

        end(first, "first", ExitCode.OK);
        end(second, "second", ExitCode.OK);
        assertThat(files).hasSizeGreaterThan(3).allSatisfy((file, made) -> assertThat(made)
                .as("files that had the name %s", file)
                .hasSize(1));
        assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));
    }

    /** What tells files that have had the same name, of the files in folders of folders of a cache. */
    private static void collect(Path cache, Map<Path, Set<Object>> files) throws IOException {
        for (File engine : folders(cache.toFile())) {
            for (File version : folders(engine)) {
                for (String name : version.list()) {
                    Path file = version.toPath().resolve(name);
                    Object key = Files.readAttributes(file, BasicFileAttributes.class)
                            .fileKey();
                    files.computeIfAbsent(file, any -> new HashSet<>()).add(key);
                }
            }
        }
    }

    private static File[] folders(File folder) {
        File[] folders = folder.listFiles(File::isDirectory);
        return folders == null ? new File[0] : folders;
    }

    @Test
    void aModelThatCannotBeOpenedIsToldAsElsewhere() throws Exception {
        Path manifest = manifest(1, 1);
        Files.writeString(Files.createDirectories(folder.resolve("broken")).resolve("model.yaml"), "what: ever\n");
        Object[] options = {
            "--manifest", manifest, "--model", folder.resolve("broken"), "--output", folder.resolve("a.csv")
        };
        String alone = batch("alone", ExitCode.MODEL_OR_ENGINE, options);

        Process spark = startBatch("spark", "local[2]", options);

        assertThat(end(spark, "spark", ExitCode.MODEL_OR_ENGINE)).endsWith(alone);
    }

    @Test
    void aMasterThatIsNoneIsRefused() throws Exception {
        Process spark = startBatch("spark", "somewhere", options(manifest(1, 1), folder.resolve("spark.csv")));

        assertThat(end(spark, "spark", ExitCode.USAGE))
                .contains("ahiq: Spark could not be started with the master 'somewhere'")
                .contains("spark://HOST:7077");
        assertThat(folder.resolve("spark.csv")).doesNotExist();
    }

    @Test
    void withoutSparkItSaysWhichPackageHasIt() throws IOException {
        Run run = run(Stream.concat(
                        Stream.of("batch"),
                        Stream.of(options(manifest(1, 1), folder.resolve("spark.csv"), "--spark", "local[2]")))
                .toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("begins with ahiq-spark");
    }
}
