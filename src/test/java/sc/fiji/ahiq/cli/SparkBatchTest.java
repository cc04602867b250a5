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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ahiq batch --spark} with Spark in its own process. */
class SparkBatchTest extends SparkFixture {

    private static final int SIGTERM = 143;

    private Object[] options(Path manifest, String results, Object... more) {
        List<Object> options = List.of(
                "--manifest",
                manifest,
                "--model",
                model,
                "--device",
                "cpu",
                "--metrics",
                "ahiq,psnr,ssim",
                "--output",
                folder.resolve(results));
        return Stream.concat(options.stream(), Stream.of(more)).toArray();
    }

    @Test
    void rowsAndMapsAreThoseOfABatchWithoutSpark() throws Exception {
        Path manifest = manifest(4, 5);
        Files.writeString(folder.resolve("d1_2.png"), "no image");
        Files.delete(folder.resolve("d3_4.png"));
        image("d0_1.png", 7, 20, 50);
        String alone = batch(
                "alone", ExitCode.PAIRS_FAILED, options(manifest, "alone.csv", "--maps", folder.resolve("alone maps")));

        Process spark =
                startBatch("spark", "local[2]", options(manifest, "spark.csv", "--maps", folder.resolve("spark maps")));

        assertThat(end(spark, "spark", ExitCode.PAIRS_FAILED)).isEqualTo(alone.replace("alone.csv", "spark.csv"));
        assertThat(folder.resolve("spark.csv")).hasSameBinaryContentAs(folder.resolve("alone.csv"));
        assertSameFiles(folder.resolve("spark maps"), folder.resolve("alone maps"));
    }

    @Test
    void aDriverThatIsCancelledOrKilledLosesNoFinishedTaskAndTheFileEndsUpTheSame() throws Exception {
        Path manifest = manifest(30, 12);
        Path results = folder.resolve("spark.csv");
        batch("alone", ExitCode.OK, options(manifest, "alone.csv"));

        Process cancelled = startBatch("cancelled", "local[2]", options(manifest, "spark.csv"));
        awaitRows(results, 12, cancelled);
        cancelled.destroy();
        end(cancelled, "cancelled", SIGTERM);
        long first = rows(results);
        Process killed = startBatch("killed", "local[2]", options(manifest, "spark.csv", "--resume"));
        awaitRows(results, first + 12, killed);
        killed.destroyForcibly().waitFor();
        String torn = Files.readString(results);
        long second = torn.substring(0, torn.lastIndexOf('\n') + 1).lines().count() - 1;
        Process last = startBatch("last", "local[2]", options(manifest, "spark.csv", "--resume"));

        assertThat(end(last, "last", ExitCode.OK))
                .isEqualTo("360 pairs: " + (360 - second) + " scored, " + second + " scored before.\n");
        assertThat(first).isBetween(12L, 348L);
        assertThat(results).hasSameBinaryContentAs(folder.resolve("alone.csv"));
    }

    private String stored(String name) {
        return "test://store" + folder.resolve(name);
    }

    /** Rows as if no image were in a store. */
    private static String local(Path results) throws IOException {
        return Files.readString(results)
                .replace("test://store", "")
                .replace("test://", "")
                .replaceAll(",\\d+,\\d+,\\p{XDigit}{12},", ",");
    }

    @Test
    void manifestImagesMapsAndResultsMayLieInAStore() throws Exception {
        Path manifest = manifest(12, 5);
        Files.writeString(folder.resolve("d1_2.png"), "no image");
        Files.delete(folder.resolve("d3_4.png"));
        image("r12.png", 1);
        Files.writeString(manifest, "test://" + folder.resolve("r12.png") + ",d1_0.png\n", StandardOpenOption.APPEND);
        Files.writeString(
                folder.resolve("local.csv"), Files.readString(manifest).replace("test://", ""));
        batch(
                "alone",
                ExitCode.PAIRS_FAILED,
                options(folder.resolve("local.csv"), "alone.csv", "--maps", folder.resolve("alone maps")));
        properties = List.of("-Dspark.hadoop.fs.test.impl=" + StoreOfTests.class.getName());
        Object[] options = {
            "--manifest",
            stored("pairs.csv"),
            "--model",
            model,
            "--device",
            "cpu",
            "--metrics",
            "ahiq,psnr,ssim",
            "--maps",
            stored("maps"),
            "--output",
            stored("spark.csv")
        };

        Process cancelled = startBatch("cancelled", "local[2]", options);
        while (cancelled.isAlive()
                && (!Files.exists(folder.resolve("maps"))
                        || names(folder.resolve("maps")).size() < 30)) {
            Thread.onSpinWait();
        }
        cancelled.destroy();
        end(cancelled, "cancelled", SIGTERM);
        assertThat(folder.resolve("spark.csv")).doesNotExist();
        assertThat(names(folder.resolve("spark.csv.rows"))).hasSize(1);
        String refused = end(startBatch("again", "local[2]", options), "again", ExitCode.USAGE);
        Process resumed = startBatch("resumed", "local[2]", with(options, "--resume"));
        String printed = end(resumed, "resumed", ExitCode.PAIRS_FAILED);

        assertThat(refused).contains("There are results in " + stored("spark.csv") + " already");
        assertThat(printed).contains(" scored before, 2 failed.").contains(stored("d1_2.png"));
        assertThat(local(folder.resolve("spark.csv"))).isEqualTo(local(folder.resolve("alone.csv")));
        assertThat(Files.readString(folder.resolve("spark.csv")))
                .contains("test://" + folder.resolve("r12.png") + "," + stored("d1_0.png"))
                .contains("but " + stored("d3_4.png") + " does not exist");
        assertThat(folder.resolve("spark.csv.rows")).doesNotExist();
        assertSameFiles(folder.resolve("maps"), folder.resolve("alone maps"));
    }

    @Test
    void anAddressOfNoStoreIsTold() throws Exception {
        Process spark = startBatch("spark", "local[2]", "--manifest", "none://host/pairs.csv", "--output", "a.csv");

        assertThat(end(spark, "spark", ExitCode.USAGE))
                .contains("Cannot open none://host/pairs.csv: No FileSystem for scheme \"none\"")
                .contains("hadoop-aws");
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
        Process spark = startBatch("spark", "somewhere", options(manifest(1, 1), "spark.csv"));

        assertThat(end(spark, "spark", ExitCode.USAGE))
                .contains("ahiq: Spark could not be started with the master 'somewhere'")
                .contains("spark://HOST:7077");
        assertThat(folder.resolve("spark.csv")).doesNotExist();
    }

    @Test
    void withoutSparkItSaysWhichPackageHasIt() throws IOException {
        Run run = run(Stream.concat(
                        Stream.of("batch"), Stream.of(options(manifest(1, 1), "spark.csv", "--spark", "local[2]")))
                .toArray());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("begins with ahiq-spark");
    }
}
