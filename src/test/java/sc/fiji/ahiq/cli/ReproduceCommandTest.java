/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.study.reproduction.ReproductionFixture;

class ReproduceCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsAndWritesTheTable() throws Exception {
        Path tid = ReproductionFixture.tid2013(folder.resolve("data=1/TID2013"));

        assertThat(run(
                        "table5",
                        "--root",
                        tid.getParent().toString(),
                        "-o",
                        folder.resolve("new/out").toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("Table 5: cross-database evaluation")
                .contains("Missing: a model for AHIQ on live: give its folder by --model ahiq=DIR, or");
        assertThat(err.toString()).isEqualToNormalizingNewlines("psnr on tid2013: 12 pairs\n");
        assertThat(folder.resolve("new/out/table5.csv"))
                .content()
                .startsWith("method,dataset,plcc_published,")
                .contains("PSNR,tid2013,0.677,0.9");
    }

    @Test
    void pairsWithoutAScoreShowInTheTableAndTheExitCode() throws Exception {
        Path tid = ReproductionFixture.tid2013(folder.resolve("tid"));
        Path broken = tid.resolve("distorted_images/i01_01_1.bmp");
        assertThat(broken).exists();
        Files.writeString(broken, "no image");

        int exitCode = run(
                "table5",
                "--root",
                "tid2013=" + tid,
                "--output",
                folder.resolve("out").toString());

        assertThat(exitCode).isEqualTo(ExitCode.PAIRS_FAILED);
        assertThat(out.toString()).contains("1 pairs without a score");
        assertThat(folder.resolve("out/table5.csv")).exists();
    }

    @Test
    void datasetsAndModelsAreNamed() throws Exception {
        Path tid = ReproductionFixture.tid2013(folder.resolve("tid"));
        Path model = ReproductionFixture.model(folder.resolve("model"), 1);
        Path other = ReproductionFixture.model(folder.resolve("other"), 2);

        assertThat(run(
                        "table2",
                        "--root",
                        "TID2013=" + tid,
                        "--model",
                        model + "," + other,
                        "--methods",
                        "psnr,ahiq",
                        "--crops",
                        "random:2",
                        "--split-seed",
                        "1",
                        "--device",
                        "cpu",
                        "--output",
                        folder.resolve("out").toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().lines()).anySatisfy(line -> assertThat(line)
                .matches("AHIQ +tid2013 +0\\.968 +\\S+ +\\S+ +0\\.962 .* 4  12 of .*"));
    }

    @Test
    void nothingToComputeIsWrongUsage() {
        assertThat(run(
                        "table8",
                        "--root",
                        folder.toString(),
                        "--output",
                        folder.resolve("out").toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .startsWith(
                        "ahiq: Nothing of table8 can be computed. Missing: the labels of ntire2022, which its owners"
                                + " keep. Missing: a model for patch on pipal-val: give its folder by --model patch=DIR, or");
        assertThat(folder.resolve("out/table8.csv")).doesNotExist();
    }

    @Test
    void theAblationTakesAConfigurationAndNothingElse() throws Exception {
        Path config = Files.writeString(folder.resolve("small.yaml"), "tables: [table7]\n");

        assertThat(run("ablation")).isEqualTo(ExitCode.USAGE);
        assertThat(run("ablation", "--config", config.toString(), "--output", "out"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("table6", "--config", config.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("ablation", "--config", config.toString())).isEqualTo(ExitCode.USAGE);

        String key = "ahiq: Expected the key config (--config) for ablation, whose file names images, output folder and"
                + " tables, and none of root, output, model and methods.\n";
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(key + key
                        + "ahiq: Expected the keys root and output (--root, --output) for table6, and config (--config)"
                        + " for ablation alone.\nahiq: " + config
                        + ": tables: expected a list of table6|table8, found [table7]\n");
    }

    @Test
    void oneNameForTwoFoldersIsRefused() {
        assertThat(run(
                        "table5",
                        "--root",
                        "live=a",
                        "--root",
                        "LIVE=b",
                        "--output",
                        folder.resolve("out").toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines("ahiq: Expected one root for live, but found LIVE=b besides another. Give"
                        + " each a name of its own, as in NAME=DIR.\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("reproduce"));
        all.addAll(List.of(arguments));
        return Main.run(all.toArray(String[]::new), new Cancellation(), new PrintWriter(out), new PrintWriter(err));
    }
}
