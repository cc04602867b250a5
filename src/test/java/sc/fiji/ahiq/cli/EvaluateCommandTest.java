/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.study.evaluation.SyntheticResults;

class EvaluateCommandTest extends CommandLineFixture {

    @Test
    void printsTheSummaryAndWritesTheReport() {
        Path results = SyntheticResults.noisy(folder, 3);
        Path out = folder.resolve("new/out");

        Run run = run("evaluate", "--results", results, "--out", out, "--metrics", "score,mine", "--samples", 20);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().toList()).hasSize(6).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("Metric  ").endsWith("  |SROCC| + |PLCC|");
            assertThat(lines.get(1)).startsWith("AHIQ  ").containsPattern("(  +\\d\\.\\d{4}){6}$");
            assertThat(lines.get(2)).startsWith("mine  ");
            assertThat(lines.get(3)).isEqualTo("36 pairs");
            assertThat(lines.get(4)).startsWith("Whether high or low values of mine are good is not known.");
            assertThat(lines.get(5)).isEqualTo("Report: " + out.resolve("report.html"));
        });
        assertThat(out.resolve("report.html")).content().contains("Metric", "No pictures: ");
        assertThat(out.resolve("summary.csv")).content().startsWith("metric,label,direction,pairs,plcc,");
    }

    @Test
    void tellsWhatWasNotEvaluated() {
        Path results = SyntheticResults.write(
                folder, "reference,distorted,score,mos,error", "a,1,1,1,", "a,2,2,2,", "a,3,3,3,", "a,4,,4,it broke");

        assertThat(run("evaluate", "--results", results, "--out", folder.resolve("out"))
                        .out())
                .contains("3 pairs, not 1 with an error\n");
    }

    @Test
    void imagesAreFoundBesideTheResultsAndBelowAFolder() throws Exception {
        image("reference.png", 1);
        image("elsewhere/distorted.png", 2);
        Path results = SyntheticResults.write(
                folder,
                "reference,distorted,score,mos",
                "reference.png,distorted.png,1,1",
                "reference.png,b,2,2",
                "reference.png,c,3,3");
        Path out = folder.resolve("out");

        run("evaluate", "--results", results, "--out", out, "--images", folder.resolve("elsewhere"));

        assertThat(Files.readString(out.resolve("report.html")).split("data:image/png", -1))
                .hasSize(3);
    }

    /** Six pairs of two references; the compact model takes crops of 32 x 32. */
    private Path manifest() throws Exception {
        StringBuilder lines = new StringBuilder("reference,distorted,mos,distortion,level\n");
        for (int reference = 0; reference < 2; reference++) {
            image("r" + reference + ".png", reference);
            for (int i = 0; i < 3; i++) {
                image("d" + reference + i + ".png", 10 * reference + i + 5);
                lines.append(String.format("r%d.png,d%d%d.png,%d,noise,%d%n", reference, reference, i, i + 1, i + 1));
            }
        }
        return Files.writeString(folder.resolve("manifest.csv"), lines);
    }

    @Test
    void scoresADatasetOnceAndEvaluatesIt() throws Exception {
        Path manifest = manifest();
        Path out = folder.resolve("out");
        Object[] arguments = {
            "evaluate",
            "--dataset",
            "csv",
            "--root",
            manifest,
            "--model",
            model,
            "--out",
            out,
            "--metrics",
            "ahiq,psnr",
            "--samples",
            20,
            "--outliers",
            2,
            "--device",
            "cpu"
        };

        Run first = run(arguments);
        byte[] scores = Files.readAllBytes(out.resolve("results.csv"));
        byte[] report = Files.readAllBytes(out.resolve("report.html"));
        Run second = run(arguments);

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.err()).contains("6 pairs: 6 scored.");
        assertThat(first.out()).contains("AHIQ  ", "PSNR  ", "6 pairs\n");
        assertThat(second.err()).contains("6 pairs: 0 scored, 6 scored before.");
        assertThat(out.resolve("results.csv")).hasBinaryContent(scores);
        assertThat(out.resolve("report.html")).hasBinaryContent(report);
        assertThat(new String(report, StandardCharsets.UTF_8).split("Patch weights</figcaption>", -1))
                .as("weights of both outliers")
                .hasSize(3);
    }

    /** Scores pairs into a file of this kind, and evaluates that into a folder of this name. */
    private Run evaluated(Path manifest, String kind) {
        Path results = folder.resolve("scores." + kind);
        Path out = folder.resolve(kind);
        Run batch = run("batch", "--manifest", manifest, "--metrics", "psnr,ssim", "--output", results);
        assertThat(batch.exitCode()).as(batch.err()).isEqualTo(ExitCode.OK);
        return run("evaluate", "--results", results, "--out", out, "--samples", 20, "--images", folder);
    }

    @Test
    void resultsInParquetAreEvaluatedAsThoseInCsv() throws Exception {
        Path manifest = manifest();

        Run csv = evaluated(manifest, "csv");
        Run parquet = evaluated(manifest, "parquet");

        assertThat(parquet.exitCode()).as(parquet.err()).isEqualTo(ExitCode.OK);
        assertThat(parquet.out())
                .contains("PSNR  ", "SSIM  ", "6 pairs\n")
                .isEqualTo(csv.out().replace("csv", "parquet"));
        assertThat(folder.resolve("parquet/summary.csv")).hasSameBinaryContentAs(folder.resolve("csv/summary.csv"));
        assertThat(folder.resolve("parquet/report.html")).content().contains("data:image/png");
    }

    @Test
    void metricsWithoutNetworkNeedNoModel() throws Exception {
        Run run = run(
                "evaluate",
                "--dataset",
                "csv",
                "--root",
                manifest(),
                "--out",
                folder.resolve("out"),
                "--metrics",
                "psnr");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("Distorted</figcaption>")
                .doesNotContain("Patch weights");
    }

    @Test
    void pairsThatCannotBeScoredAreToldAfterTheOthersAreEvaluated() throws Exception {
        Path manifest = manifest();
        Files.delete(folder.resolve("d11.png"));

        Run run = run(
                "evaluate",
                "--dataset",
                "csv",
                "--root",
                manifest,
                "--out",
                folder.resolve("out"),
                "--metrics",
                "psnr");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PAIRS_FAILED);
        assertThat(run.err()).contains("ahiq: 1 of 6 pairs could not be scored, the others are evaluated.");
        assertThat(run.out()).contains("5 pairs, not 1 with an error");
    }

    @Test
    void opinionsAreAskedForBeforeAnythingIsScored() throws Exception {
        image("r.png", 1);
        image("d.png", 2);
        Path manifest = Files.writeString(folder.resolve("m.csv"), "reference,distorted\nr.png,d.png\n");

        Run run = run(
                "evaluate",
                "--dataset",
                "csv",
                "--root",
                manifest,
                "--out",
                folder.resolve("out"),
                "--metrics",
                "psnr");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "ahiq: Expected a dataset with opinions, but CSV manifest has none. Score it by ahiq batch.\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void scoresComeFromOnePlace() {
        Run none = run("evaluate", "--out", folder.resolve("out"));
        Run both = run("evaluate", "--out", "o", "--results", "r.csv", "--dataset", "live");

        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err())
                .isEqualTo(
                        "ahiq: Expected either results, or dataset and root; found no results, no dataset, no root.\n");
        assertThat(both.err())
                .isEqualTo(
                        "ahiq: Expected either results, or dataset and root; found results=r.csv, dataset=live, no root.\n");
    }

    @Test
    void refusesWrongUsageWithoutWritingAnything() {
        Path out = folder.resolve("out");

        Run unknown = run("evaluate", "--results", SyntheticResults.noisy(folder, 2), "--out", out, "--metrics", "x");
        Run samples = run("evaluate", "--results", SyntheticResults.noisy(folder, 2), "--out", out, "--samples", 0);

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).startsWith("ahiq: Expected metrics out of the columns of ");
        assertThat(samples.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(samples.err()).isEqualTo("ahiq: Expected at least one bootstrap sample, but found 0.\n");
        assertThat(out).doesNotExist();
    }
}
