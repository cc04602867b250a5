/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.study.plot.Figure;

class EvaluationFiguresTest {

    @TempDir
    private Path folder;

    private static EvaluationFigures figures(Path file, String metrics) {
        return new EvaluationFigures(Evaluation.of(file, new EvaluationOptions(metrics, 20, 1, 0.95, 3)));
    }

    @Test
    void everyMetricHasAScatterPlot() {
        assertThat(figures(SyntheticResults.noisy(folder, 3), "score,mine").all())
                .containsOnlyKeys("srocc", "scatter_ahiq", "scatter_mine", "srocc_by_distortion");
    }

    @Test
    void aScatterPlotTellsCorrelationsDistortionsAndDirection() {
        Figure figure = figures(SyntheticResults.noisy(folder, 3), "gmsd").scatter(0);

        assertThat(figure.document())
                .contains(">GMSD</text>", ">blur</text>", ">Noise</text>", ">GMSD (lower is better)</text>")
                .contains(">Mean opinion score</text>")
                .containsPattern(">PLCC 0\\.\\d{4} \\(mapped 0\\.\\d{4}\\), SROCC 0\\.\\d{4}, 36 pairs</text>");
    }

    @Test
    void barsTellTheirIntervals() {
        assertThat(figures(SyntheticResults.noisy(folder, 3), "score").srocc().document())
                .contains(">with 95 % intervals of 20 bootstrap samples over 3 references</text>", ">AHIQ</text>");
    }

    @Test
    void fewPairsOfOneReferenceHaveNeitherIntervalsNorACurve() {
        Path file = SyntheticResults.write(folder, "reference,distorted,score,mos", "r,1,1,1", "r,2,2,2", "r,3,3,3");

        assertThat(figures(file, "").srocc().document()).contains(">of 1 reference, without intervals</text>");
        assertThat(figures(file, "").scatter(0).document()).doesNotContain("stroke-linejoin");
    }

    @Test
    void namesOfFilesArePlainAndDifferent() {
        Path file = SyntheticResults.write(
                folder, "reference,distorted,a/b,a b,mos,distortion", "r,1,1,1,1,", "r,2,2,2,2,", "r,3,3,4,3,x");

        assertThat(figures(file, "a/b,a b").all())
                .containsOnlyKeys("srocc", "scatter_a_b", "scatter_a_b_2", "srocc_by_distortion");
    }

    @Test
    void pairsOfNoDistortionAreCalledOther() {
        Path file = SyntheticResults.write(
                folder, "reference,distorted,score,mos,distortion", "r,1,1,1,", "r,2,2,2,", "r,3,3,3,x");

        assertThat(figures(file, "").scatter(0).document()).contains(">other</text>", ">x</text>");
    }

    @Test
    void withoutDistortionsThereIsNothingToCompareByThem() {
        Path file = SyntheticResults.write(folder, "reference,distorted,score,mos", "r,1,1,1", "r,2,2,2", "r,3,3,3");

        assertThat(figures(file, "").all()).containsOnlyKeys("srocc", "scatter_ahiq");
    }
}
