/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.evaluation.SyntheticResults;

class EvaluateCommandTest extends CommandLineFixture {

    @Test
    void printsTheSummaryAndWritesTheReport() {
        Path results = SyntheticResults.noisy(folder, 3);
        Path out = folder.resolve("new/out");

        Run run = run("evaluate", "--results", results, "--out", out, "--metrics", "score,mine", "--samples", 20);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().toList()).hasSize(5).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("Metric  ").endsWith("  |SROCC| + |PLCC|");
            assertThat(lines.get(1)).startsWith("AHIQ  ").containsPattern("(  +\\d\\.\\d{4}){6}$");
            assertThat(lines.get(2)).startsWith("mine  ");
            assertThat(lines.get(3)).isEqualTo("36 pairs");
            assertThat(lines.get(4)).isEqualTo("Report: " + out.resolve("report.html"));
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
