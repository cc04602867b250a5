/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.LearnedEntry;

/** Learned metrics as a whole against golden values in float64, with generated weights. */
class LearnedMetricTest {

    private static final RangeRule UNIT = RangeRule.parse("0:1");

    @ParameterizedTest
    @CsvSource({
        "lpips_alex, full",
        "lpips_squeeze, full",
        "lpips_vgg, full",
        "dists, full",
        "dists, resize256",
        "pieapp, grid27",
        "pieapp, dense",
        "wadiqam_fr, pyiqa",
        "wadiqam_fr, all_patches",
        "iqt_pipal, grid20",
        "topiq_fr, full"
    })
    void scoresAreThoseOfThePublishedCode(String metric, String variant) {
        List<LearnedEntry> entries = entries(metric, variant);
        assertThat(entries).isNotEmpty();
        try (LearnedModel model = GeneratedModel.of(metric, variant).open()) {
            for (LearnedEntry entry : entries) {
                double expected = expected(entry, variant);
                assertThat(compare(model, entry).score())
                        .as(entry.toString())
                        .isCloseTo(expected, within(1e-5 * Math.abs(expected)));
            }
        }
    }

    /** Those of the variant; of the large networks a few, for all were compared stage by stage. */
    private static List<LearnedEntry> entries(String metric, String variant) {
        Stream<LearnedEntry> all = LearnedEntry.of("expected.json", metric).stream();
        return switch (variant) {
            case "resize256" -> all.filter(entry -> entry.json().has("resize")).toList();
            case "grid27" ->
                all.filter(entry -> entry.json().get("stride").getAsInt() == 27)
                        .limit(3)
                        .toList();
            case "dense" ->
                all.filter(entry -> entry.json().get("stride").getAsInt() == 6).toList();
            case "grid20" -> all.filter(entry -> entry.json().has("protocol")).toList();
            case "all_patches", "pyiqa" -> all.toList();
            default ->
                all.filter(entry -> !entry.json().has("resize"))
                        .filter(entry -> entry.height() < 200)
                        .toList();
        };
    }

    private static double expected(LearnedEntry entry, String variant) {
        return variant.equals("all_patches")
                ? entry.json().get("score_all_patches").getAsDouble()
                : entry.score();
    }

    private static MetricResult compare(LearnedModel model, LearnedEntry entry) {
        Reference reference = Reference.of(GeneratedModel.image(entry, "ref"), UNIT);
        try (Prepared prepared = new LearnedMetric("test", model).prepare(reference)) {
            return prepared.compare(reference.distorted(GeneratedModel.image(entry, "dist")), Progress.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lpips_alex", "lpips_squeeze", "dists"})
    void identicalImagesScoreZero(String metric) {
        LearnedEntry self = LearnedEntry.of("expected.json", metric).stream()
                .filter(entry -> entry.toString().contains("_self_"))
                .findFirst()
                .orElseThrow();
        try (LearnedModel model = GeneratedModel.of(metric, "full").open()) {
            assertThat(compare(model, self).score()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lpips_alex", "lpips_squeeze"})
    void mapIsThatOfTheSpatialVariant(String metric) {
        try (LearnedModel model = GeneratedModel.of(metric, "full").open()) {
            for (LearnedEntry entry : LearnedEntry.of("expected.json", metric).subList(2, 6)) {
                QualityMap map =
                        compare(model, entry).map(QualityMap.Kind.QUALITY).orElseThrow();
                assertThat(List.of(map.width(), map.height())).containsExactly(entry.width(), entry.height());
                entry.assertProbe("spatial_map", map.values(), 1e-5);
            }
        }
    }

    @Test
    void mapsOfPatchesGiveTheScoreAgain() {
        LearnedEntry entry = LearnedEntry.of("expected.json", "wadiqam_fr").get(2);
        try (LearnedModel model = GeneratedModel.of("wadiqam_fr", "pyiqa").open()) {
            MetricResult result = compare(model, entry);
            float[] quality = result.map(QualityMap.Kind.QUALITY).orElseThrow().values();
            float[] weight = result.map(QualityMap.Kind.WEIGHT).orElseThrow().values();
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < quality.length; i++) {
                if (!Float.isNaN(quality[i])) {
                    sum += (double) quality[i] * weight[i];
                    weights += weight[i];
                }
            }
            assertThat(sum / weights).isCloseTo(result.score(), within(1e-6));
        }
    }

    /** Tiles smaller than the image see the same, for their halos are as wide as what the network sees. */
    @ParameterizedTest
    @CsvSource({"lpips_alex, 80", "lpips_squeeze, 100", "lpips_vgg, 80", "dists, 80", "st_lpips_alex, 30"})
    void tilesDoNotMatter(String metric, int kilopixels) {
        GeneratedModel generated =
                metric.startsWith("st") ? ShiftTolerantWeights.model() : GeneratedModel.of(metric, "full");
        LearnedEntry entry = LearnedEntry.of("expected.json", "lpips_alex").stream()
                .filter(e -> e.width() == 384)
                .findFirst()
                .orElseThrow();
        try (LearnedModel whole = generated.open();
                LearnedModel tiled = generated.open(kilopixels)) {
            MetricResult expected = compare(whole, entry);
            MetricResult found = compare(tiled, entry);
            assertThat(found.score()).isCloseTo(expected.score(), within(2e-6 * expected.score()));
            expected.map(QualityMap.Kind.QUALITY).ifPresent(map -> assertThat(largestDifference(
                            map.values(),
                            found.map(QualityMap.Kind.QUALITY).orElseThrow().values()))
                    .isLessThan(1e-5));
        }
    }

    private static double largestDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @Test
    void referenceIsEncodedOnceForManyImages() {
        LearnedEntry entry = LearnedEntry.of("expected.json", "lpips_alex").get(2);
        try (LearnedModel model = GeneratedModel.of("lpips_alex", "full").open()) {
            Reference reference =
                    Reference.of(GeneratedModel.image(entry, "ref"), UNIT).comparedOften();
            try (Prepared prepared = new LearnedMetric("test", model).prepare(reference)) {
                double first = prepared.compare(reference.distorted(GeneratedModel.image(entry, "dist")), Progress.NONE)
                        .score();
                double same = prepared.compare(reference.distorted(GeneratedModel.image(entry, "ref")), Progress.NONE)
                        .score();
                double again = prepared.compare(reference.distorted(GeneratedModel.image(entry, "dist")), Progress.NONE)
                        .score();
                assertThat(again).isEqualTo(first);
                assertThat(same).isZero();
            }
        }
    }

    @Test
    void smallImagesAreRefused() {
        ImagePlane small = ImagePlane.of("small", List.of(ArrayImgs.unsignedBytes(40, 30)));
        try (LearnedModel model = GeneratedModel.of("lpips_alex", "full").open()) {
            LearnedMetric metric = new LearnedMetric("lpips_alex", model);
            assertThatThrownBy(() -> metric.prepare(Reference.of(small, RangeRule.AUTO)))
                    .isInstanceOf(ImageException.class)
                    .hasMessage("LPIPS (AlexNet) needs images of at least 31 x 31 pixels, but these are 40 x 30. Choose"
                            + " another metric or larger images.");
            assertThat(metric.provenance())
                    .isEqualTo(Map.of(
                            "model", "lpips_alex", "weights_sha256", "0", "device", "cpu", "precision", "float32"));
        }
    }

    @Test
    void greyImagesCountAsColourOnes() {
        byte[] samples = new byte[64 * 64];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 7 % 251);
        }
        ImagePlane grey = ImagePlane.of("grey", List.of(ArrayImgs.unsignedBytes(samples, 64, 64)));
        ImagePlane colour = ImagePlane.of(
                "colour",
                List.of(
                        ArrayImgs.unsignedBytes(samples, 64, 64),
                        ArrayImgs.unsignedBytes(samples, 64, 64),
                        ArrayImgs.unsignedBytes(samples, 64, 64)));
        Reference reference = Reference.of(grey, RangeRule.AUTO);
        try (LearnedModel model = GeneratedModel.of("lpips_alex", "full").open();
                Prepared prepared = new LearnedMetric("test", model).prepare(reference)) {
            assertThat(prepared.compare(reference.distorted(colour), Progress.NONE)
                            .score())
                    .isZero();
        }
    }
}
