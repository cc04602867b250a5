/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.scoring.results.DataTable;

class EvaluationTablesTest {

    @TempDir
    private Path folder;

    private EvaluationTables tables(int references, String metrics) {
        return new EvaluationTables(Evaluation.of(
                SyntheticResults.noisy(folder, references), new EvaluationOptions(metrics, 50, 1, 0.95, 3)));
    }

    @Test
    void theSummaryHasARowForEveryMetric() {
        DataTable summary = tables(4, "ahiq,gmsd").summary();

        assertThat(summary.columns())
                .startsWith("metric", "label", "direction", "pairs", "plcc", "plcc_low", "plcc_high", "plcc_mapped")
                .contains("srocc", "krocc", "rmse_mapped", "main_score")
                .endsWith("mapping", "b1", "b2", "b3", "b4", "b5");
        assertThat(summary.rows()).hasSize(2);
        assertThat(summary.rows().get(1))
                .startsWith("gmsd", "GMSD", "lower is better", 48)
                .contains("logistic");
        assertThat(summary.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(summary.columns()));
    }

    @Test
    void groupsHaveARowForEveryMetric() {
        EvaluationTables tables = tables(3, "ahiq,psnr");

        DataTable byDistortion = tables.byDistortion();
        assertThat(byDistortion.columns())
                .startsWith("distortion", "metric", "pairs")
                .endsWith("srocc_low", "srocc_high");
        assertThat(byDistortion.rows())
                .extracting(row -> List.of(row.get(0), row.get(1), row.get(2)))
                .containsExactly(
                        List.of("blur", "ahiq", 18),
                        List.of("blur", "psnr", 18),
                        List.of("Noise", "ahiq", 18),
                        List.of("Noise", "psnr", 18));
        assertThat(byDistortion.rows())
                .allSatisfy(row -> assertThat((double) row.get(5)).as("SROCC").isBetween((double) row.get(9), (double)
                        row.get(10)));
        assertThat(tables.byReference().rows()).hasSize(6);
    }

    @Test
    void everyTwoMetricsAreCompared() {
        DataTable table = tables(3, "ahiq,psnr,mine").significance();

        assertThat(table.rows())
                .extracting(row -> row.get(0) + "-" + row.get(1) + " " + row.get(2))
                .containsExactly(
                        "ahiq-psnr plcc",
                        "ahiq-psnr plcc_mapped",
                        "ahiq-psnr srocc",
                        "ahiq-mine plcc",
                        "ahiq-mine plcc_mapped",
                        "ahiq-mine srocc",
                        "psnr-mine plcc",
                        "psnr-mine plcc_mapped",
                        "psnr-mine srocc");
        assertThat(tables(3, "ahiq").significance().rows()).isEmpty();
    }

    @Test
    void commaSeparatedValuesHaveAllDigitsAndNothingForWhatDoesNotExist() throws Exception {
        Path file = folder.resolve("t.csv");

        new DataTable(List.of("a", "b"), List.of(List.of("x,\"y\"", 1 / 3.0), List.of("z", Double.NaN))).writeCsv(file);

        assertThat(Files.readAllLines(file)).containsExactly("a,b", "\"x,\"\"y\"\"\",0.3333333333333333", "z,");
    }

    @Test
    void aTableThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> new DataTable(List.of(), List.of()).writeCsv(folder.resolve("none/t.csv")))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot write the table ")
                .hasMessageContaining("t.csv: there is no folder ");
    }
}
