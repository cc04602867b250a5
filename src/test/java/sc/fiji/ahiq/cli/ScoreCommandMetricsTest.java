/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.torchscript.PairScripts;

/** {@code ahiq score} by other metrics than AHIQ. */
class ScoreCommandMetricsTest extends CommandLineFixture {

    @Test
    void otherMetricsNeedNoModel() throws IOException {
        Run run = run(
                "score", "-r", image("a.png", 1), "-d", image("b.png", 2), "--metrics", "psnr,gmsd", "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        CSVRecord row = csv(run).get(0);
        assertThat(row.getParser().getHeaderNames())
                .containsExactly("reference", "distorted", "psnr", "gmsd", "range", "version", "seconds", "error");
        assertThat(Double.parseDouble(row.get("psnr"))).isBetween(6.0, 9.0);
        assertThat(Double.parseDouble(row.get("gmsd"))).isPositive();
    }

    @Test
    void theTableHasAColumnForEachMetric() throws IOException {
        Path a = image("a.png", 1);
        Object[] pairs = {"score", "-m", model, "-r", a, "-d", image("b.png", 2), a, "--metrics"};

        List<String> all =
                run(with(pairs, "ahiq,psnr,ssim_downsampled")).out().lines().toList();
        List<String> others = run(with(pairs, "psnr")).out().lines().toList();

        assertThat(all.get(5))
                .isEqualTo("          ahiq          sd  coverage          psnr  ssim_downsampled      time  distorted");
        assertThat(all.get(6))
                .matches(
                        " +-?\\d\\.\\d{9} +\\d\\.\\d{6} +100\\.0% +\\d\\.\\d{6} +-?\\d\\.\\d{6} +\\d+\\.\\ds  .*b\\.png");
        assertThat(others.subList(0, 4))
                .containsExactly(
                        "reference  " + a,
                        "range      full range of 8-bit: 0..255",
                        "",
                        "        psnr      time  distorted");
        assertThat(others.get(5)).startsWith("    Infinity  ").endsWith("a.png");
    }

    @Test
    void infinityIsATextInJson() throws IOException {
        Path a = image("a.png", 1);

        JsonObject row = json(run("score", "-r", a, "-d", a, "--metrics", "psnr", "--format", "json"))
                .get(0)
                .getAsJsonObject();

        assertThat(row.get("psnr").getAsJsonPrimitive().isString()).isTrue();
        assertThat(row.get("psnr").getAsString()).isEqualTo("Infinity");
        assertThat(row.has("ahiq")).isFalse();
        assertThat(row.getAsJsonArray("crop_scores")).isEmpty();
    }

    @Test
    void aMetricThatCannotScoreThePairLeavesItsCellEmptyAndFailsThePair() throws IOException {
        Object[] pair = {
            "score",
            "-r",
            image("a.png", 1, 12, 40),
            "-d",
            image("b.png", 2, 12, 40),
            "--metrics",
            "psnr,fsimc",
            "--format"
        };

        Run asCsv = run(with(pair, "csv"));
        Run asTable = run(with(pair, "table"));

        assertThat(asCsv.exitCode()).isEqualTo(3);
        assertThat(asCsv.err()).startsWith("ahiq: fsimc: FSIMc needs images of at least 16 x 16 pixels");
        CSVRecord row = csv(asCsv).get(0);
        assertThat(row.get("fsimc")).isEmpty();
        assertThat(row.get("psnr")).isNotEmpty();
        assertThat("ahiq: " + row.get("error") + "\n").isEqualTo(asCsv.err());
        assertThat(asTable.out().lines().toList().get(4)).matches(" +\\d\\.\\d{6} +failed +\\d+\\.\\ds  .*b\\.png");
    }

    @Test
    void aMetricOfAnotherJarIsFoundByItsName() throws IOException {
        Path reference = image("a.png", 1);

        Run run = run(
                "score",
                "-r",
                reference,
                "-d",
                image("b.png", 2),
                reference,
                "--metrics",
                "largest_difference",
                "--format",
                "csv");

        assertThat(csv(run))
                .extracting(row -> row.get("largest_difference"))
                .element(1)
                .isEqualTo("0.0");
    }

    @Test
    void aTorchScriptFileIsAMetric() throws IOException {
        Path script = PairScripts.write(folder.resolve("diff.pt"), PairScripts.DIFFERENCE);
        Path broken = PairScripts.write(folder.resolve("broken.pt"), "torch.sub(x, y)");
        Object[] pair = {"score", "-r", image("a.png", 1), "-d", image("b.png", 2), "--format", "csv", "--metrics"};

        Run run = run(with(pair, "psnr,script:" + script + "@range=0:255"));
        Run failed = run(with(pair, "script:" + broken));

        assertThat(run.err()).isEmpty();
        assertThat(Double.parseDouble(csv(run).get(0).get("script_diff")))
                .as("of random bytes")
                .isBetween(75.0, 95.0);
        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(failed.err())
                .startsWith("ahiq: Expected a script that returns a tensor of one number, but forward of " + broken);
    }
}
