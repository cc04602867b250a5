/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.crop.Crop;
import sc.fiji.ahiq.crop.CropPlan;
import sc.fiji.ahiq.crop.PatchMaps;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.inference.Precision;

class ScoreRowTest {

    private static final RunInfo RUN = new RunInfo(
            "compact",
            "abc",
            "cpu",
            Precision.FLOAT32,
            "1.2.3",
            new ScoringOptions(CropPlan.random(1, 5), 5, RangeRule.AUTO, Padding.REFLECT));

    @Test
    void aRowTellsAllThatTheScoreDependsOn() {
        ScoreRow row = ScoreRow.of(pair(OptionalDouble.of(0.25)), RUN);

        assertThat(row.cells())
                .containsExactly(
                        entry("reference", "a.png"),
                        entry("distorted", "b.png"),
                        entry("score", 0.1),
                        entry("sd", 0.25),
                        entry("crop_plan", "random:1"),
                        entry("crops", 1),
                        entry("seed", 5L),
                        entry("pad", "reflect"),
                        entry("range", "full range"),
                        entry("coverage", 0.5),
                        entry("model", "compact"),
                        entry("weights_sha256", "abc"),
                        entry("device", "cpu"),
                        entry("precision", "float32"),
                        entry("version", "1.2.3"),
                        entry("seconds", 2.5),
                        entry("error", null));
        assertThat(row.cells().keySet()).containsExactlyElementsOf(ScoreRow.COLUMNS);
    }

    @Test
    void aSingleCropHasNoStandardDeviation() {
        assertThat(ScoreRow.of(pair(OptionalDouble.empty()), RUN).cells()).containsEntry("sd", null);
    }

    @Test
    void aFailedPairHasItsErrorAndNoMeasurements() {
        ScoreRow row = ScoreRow.failed("a.png", "b.png", "too small", RUN);

        assertThat(row.cells()).containsEntry("error", "too small").containsEntry("crop_plan", "random:1");
        for (String column : List.of("score", "sd", "crops", "range", "coverage", "seconds")) {
            assertThat(row.cells()).containsEntry(column, null);
        }
    }

    private static PairScore pair(OptionalDouble standardDeviation) {
        return new PairScore(
                "a.png",
                "b.png",
                0.1,
                standardDeviation,
                List.of(new CropScore(0, 0, 0.1f)),
                new PatchMaps(4, 4, 4, List.of(new Crop(0, 2)), new float[][] {{0.1f}}, new float[][] {{1}}),
                new IntensityRange(0, 255, "full range"),
                2.5);
    }
}
