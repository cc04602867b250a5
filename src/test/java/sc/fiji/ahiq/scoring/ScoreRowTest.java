/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.AhiqMetric;

class ScoreRowTest {

    private static final IntensityRange RANGE = new IntensityRange(0, 255, "full range");

    private static final RunInfo.Scorer AHIQ = model("ahiq", "compact", "abc");

    private static RunInfo.Scorer model(String name, String model, String weights) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("crop_plan", "random:1");
        provenance.put("seed", 5L);
        provenance.put("pad", "reflect");
        provenance.put("model", model);
        provenance.put("weights_sha256", weights);
        provenance.put("device", "cpu");
        provenance.put("precision", "float32");
        return new RunInfo.Scorer(AhiqMetric.describe(name, 1), provenance, List.of());
    }

    private static RunInfo.Scorer metric(String name) {
        return new RunInfo.Scorer(Metrics.ofClassPath().named(name).description(), Map.of(), List.of());
    }

    private static RunInfo run(RunInfo.Scorer... metrics) {
        return new RunInfo(List.of(metrics), ScoringOptions.defaults(), "1.2.3");
    }

    private static MetricResult crops(double score, float... cropScores) {
        List<CropScore> scores = new ArrayList<>();
        List<Crop> crops = new ArrayList<>();
        for (float crop : cropScores) {
            scores.add(new CropScore(0, 2, crop));
            crops.add(new Crop(0, 2));
        }
        float[][] ones = new float[cropScores.length][];
        Arrays.fill(ones, new float[] {1});
        return MetricResult.of(score, PatchMaps.ofCrops(4, 4, 4, 0, crops, ones, ones), new CropScores(scores, 4));
    }

    private static PairScore scored(Map<String, MetricResult> results, Map<String, String> errors) {
        return new PairScore("a.png", "b.png", results, errors, RANGE, 2.5);
    }

    @Test
    void aRowTellsAllThatTheScoreDependsOn() {
        ScoreRow row = ScoreRow.of(scored(Map.of("ahiq", crops(0.1, 0, 1)), Map.of()), run(AHIQ));

        assertThat(row.cells())
                .containsExactly(
                        entry("reference", "a.png"),
                        entry("distorted", "b.png"),
                        entry("ahiq", 0.1),
                        entry("sd", Math.sqrt(0.5)),
                        entry("crop_plan", "random:1"),
                        entry("crops", 2),
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
    }

    @Test
    void aSingleCropHasNoStandardDeviation() {
        assertThat(ScoreRow.of(scored(Map.of("ahiq", crops(0.1, 0.1f)), Map.of()), run(AHIQ))
                        .cells())
                .containsEntry("sd", null);
    }

    @Test
    void aFailedPairHasItsErrorAndNoMeasurements() {
        ScoreRow row = ScoreRow.failed("a.png", "b.png", "too small", run(AHIQ));

        assertThat(row.cells()).containsEntry("error", "too small").containsEntry("crop_plan", "random:1");
        for (String column : List.of("ahiq", "sd", "crops", "range", "coverage", "seconds")) {
            assertThat(row.cells()).containsEntry(column, null);
        }
    }

    @Test
    void everyMetricHasAColumnByItsNameInTheOrderTheyWereGiven() {
        RunInfo run = run(metric("gmsd"), AHIQ, metric("psnr"));
        PairScore pair =
                scored(Map.of("ahiq", crops(0.1, 0.1f), "psnr", MetricResult.of(30.5)), Map.of("gmsd", "too small"));

        ScoreRow row = ScoreRow.of(pair, run);

        assertThat(row.cells().keySet())
                .startsWith("reference", "distorted", "gmsd", "ahiq", "psnr", "sd", "crop_plan")
                .containsExactlyElementsOf(ScoreRow.columns(run));
        assertThat(row.cells())
                .containsEntry("ahiq", 0.1)
                .containsEntry("gmsd", null)
                .containsEntry("psnr", 30.5)
                .containsEntry("error", "gmsd: too small");
    }

    @Test
    void withoutAModelThereAreNoColumnsAboutOne() {
        ScoreRow row = ScoreRow.of(scored(Map.of("psnr", MetricResult.of(30.5)), Map.of()), run(metric("psnr")));

        assertThat(row.cells())
                .containsExactly(
                        entry("reference", "a.png"),
                        entry("distorted", "b.png"),
                        entry("psnr", 30.5),
                        entry("range", "full range"),
                        entry("version", "1.2.3"),
                        entry("seconds", 2.5),
                        entry("error", null));
    }

    @Test
    void aSecondModelHasColumnsOfItsOwn() {
        RunInfo run = run(AHIQ, model("ahiq:mine", "other", "def"));
        PairScore pair = scored(Map.of("ahiq", crops(0.1, 0, 1), "ahiq:mine", crops(0.2, 0.2f)), Map.of());

        assertThat(ScoreRow.of(pair, run).cells())
                .containsEntry("ahiq:mine", 0.2)
                .containsEntry("model", "compact")
                .containsEntry("ahiq:mine.model", "other")
                .containsEntry("ahiq:mine.weights_sha256", "def")
                .containsEntry("ahiq:mine.crops", 1)
                .containsEntry("ahiq:mine.sd", null);
    }
}
