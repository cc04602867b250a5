/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.Precision;

class ScoreRowTest {

    private static final IntensityRange RANGE = new IntensityRange(0, 255, "full range");

    private static final RunInfo RUN = new RunInfo(
            "compact",
            "abc",
            "cpu",
            Precision.FLOAT32,
            "1.2.3",
            new ScoringOptions(CropPlan.random(1, 5), 5, RangeRule.AUTO, Padding.REFLECT));

    @Test
    void aRowTellsAllThatTheScoreDependsOn() {
        ScoreRow row = ScoreRow.of(scored(OptionalDouble.of(0.25)), RUN);

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
        assertThat(ScoreRow.of(scored(OptionalDouble.empty()), RUN).cells()).containsEntry("sd", null);
    }

    @Test
    void aFailedPairHasItsErrorAndNoMeasurements() {
        ScoreRow row = ScoreRow.failed("a.png", "b.png", "too small", RUN);

        assertThat(row.cells()).containsEntry("error", "too small").containsEntry("crop_plan", "random:1");
        for (String column : List.of("score", "sd", "crops", "range", "coverage", "seconds")) {
            assertThat(row.cells()).containsEntry(column, null);
        }
    }

    @Test
    void otherMetricsHaveColumnsAfterTheScoreOfAhiq() {
        MetricSelection metrics = MetricSelection.parse("gmsd,ahiq,psnr", Metrics.ofClassPath());
        RunInfo run = new RunInfo(
                "compact",
                "abc",
                "cpu",
                Precision.FLOAT32,
                "1.2.3",
                ScoringOptions.defaults().withMetrics(metrics));
        ScoredPair pair = new ScoredPair(
                "a.png",
                "b.png",
                Optional.of(pair(OptionalDouble.empty())),
                Map.of("psnr", 30.5),
                Map.of(),
                RANGE,
                3,
                Optional.of("gmsd: too small"));

        ScoreRow row = ScoreRow.of(pair, run);

        assertThat(row.cells().keySet())
                .startsWith("reference", "distorted", "score", "sd", "gmsd", "psnr", "crop_plan")
                .containsExactlyElementsOf(ScoreRow.columns(metrics));
        assertThat(row.cells())
                .containsEntry("score", 0.1)
                .containsEntry("gmsd", null)
                .containsEntry("psnr", 30.5)
                .containsEntry("error", "gmsd: too small");
    }

    @Test
    void withoutAhiqWhatOnlyItDependsOnIsEmpty() {
        MetricSelection metrics = MetricSelection.parse("psnr", Metrics.ofClassPath());
        RunInfo run = RunInfo.withoutModel("1.2.3", ScoringOptions.defaults().withMetrics(metrics));
        ScoredPair pair = new ScoredPair(
                "a.png", "b.png", Optional.empty(), Map.of("psnr", 30.5), Map.of(), RANGE, 3, Optional.empty());

        ScoreRow row = ScoreRow.of(pair, run);

        assertThat(row.cells())
                .containsEntry("psnr", 30.5)
                .containsEntry("range", "full range")
                .containsEntry("version", "1.2.3")
                .containsEntry("seconds", 3.0);
        for (String column : List.of(
                "score",
                "sd",
                "crop_plan",
                "crops",
                "seed",
                "pad",
                "coverage",
                "model",
                "device",
                "precision",
                "error")) {
            assertThat(row.cells()).containsEntry(column, null);
        }
    }

    private static ScoredPair scored(OptionalDouble standardDeviation) {
        return new ScoredPair(
                "a.png",
                "b.png",
                Optional.of(pair(standardDeviation)),
                Map.of(),
                Map.of(),
                RANGE,
                2.5,
                Optional.empty());
    }

    private static PairScore pair(OptionalDouble standardDeviation) {
        return new PairScore(
                "a.png",
                "b.png",
                0.1,
                standardDeviation,
                List.of(new CropScore(0, 0, 0.1f)),
                new PatchMaps(4, 4, 4, List.of(new Crop(0, 2)), new float[][] {{0.1f}}, new float[][] {{1}}),
                RANGE,
                2.5);
    }
}
