/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.metric.filter.Plane;

/** What every metric on the class path promises, and what only metrics that are not learned do. */
class MetricContractTest extends AbstractMetricContractTest {

    private static final Metrics METRICS = Metrics.ofClassPath();
    private static final double ROUNDING = 1e-9;

    @Override
    protected Collection<Metric> metrics() {
        return METRICS.all();
    }

    @Test
    void allPublishedMetricsAreFound() {
        assertThat(METRICS.all())
                .extracting(metric -> metric.description().name())
                .contains(
                        "psnr",
                        "ssim",
                        "ssim_downsampled",
                        "ssim_clipped",
                        "ms_ssim",
                        "uqi",
                        "fsim",
                        "fsimc",
                        "vsi",
                        "gmsd",
                        "vif",
                        "vifp")
                .contains("nlpd", "sr_sim", "mad", "mad_original", "nqm", "rfsim", "gsm", "iw_ssim", "cw_ssim")
                .contains("mdsi", "haarpsi");
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void identicalImagesGiveTheBestScore(Metric metric) {
        for (PlanarImage image : List.of(SCENE, Scenes.greyOf(SCENE))) {
            assertBest(metric, Comparing.score(metric, image, image));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void equalConstantImagesGiveTheBestScore(Metric metric) {
        for (double value : new double[] {0, 128, 255}) {
            PlanarImage image = Scenes.constant(ROOM_FOR_ALL, ROOM_FOR_ALL, value);
            assertBest(metric, Comparing.score(metric, image, image));
        }
    }

    private static void assertBest(Metric metric, double score) {
        double best = metric.description().best();
        if (Double.isInfinite(best)) {
            assertThat(score).isEqualTo(best);
        } else {
            assertThat(score).isEqualTo(best, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void moreNoiseScoresWorse(Metric metric) {
        assertWorseAndWorse(metric, Scenes.noisy(SCENE, 5), Scenes.noisy(SCENE, 15), Scenes.noisy(SCENE, 45));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void moreBlurScoresWorse(Metric metric) {
        assertWorseAndWorse(metric, Scenes.blurred(SCENE, 0.7), Scenes.blurred(SCENE, 1.4), Scenes.blurred(SCENE, 2.8));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void strongerCompressionScoresWorse(Metric metric) {
        assertWorseAndWorse(metric, Scenes.jpeg(SCENE, 0.9f), Scenes.jpeg(SCENE, 0.4f), Scenes.jpeg(SCENE, 0.05f));
    }

    private static void assertWorseAndWorse(Metric metric, PlanarImage... distorted) {
        MetricDescription description = metric.description();
        double last = description.best();
        for (PlanarImage image : distorted) {
            double score = Comparing.score(metric, SCENE, image);

            assertThat(score)
                    .isBetween(description.lowest(), description.highest())
                    .isNotEqualTo(last);
            assertThat(description.direction().atLeastAsGood(last, score))
                    .as(last + " before " + score)
                    .isTrue();
            last = score;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psnr",
                "ssim",
                "ssim_downsampled",
                "ms_ssim",
                "uqi",
                "gmsd",
                "fsim",
                "fsimc",
                "vsi",
                "sr_sim",
                "haarpsi",
                "nlpd",
                "cw_ssim",
                "rfsim",
                "gsm"
            })
    void symmetricMetricsDoNotCareForTheOrder(String name) {
        Metric metric = METRICS.named(name);
        PlanarImage noisy = Scenes.noisy(SCENE, 10);

        assertThat(Comparing.score(metric, noisy, SCENE))
                .isEqualTo(Comparing.score(metric, SCENE, noisy), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "ssim, 182",
        "uqi, 185",
        "gmsd, 96",
        "fsim, 192",
        "fsimc, 192",
        "vsi, 192",
        "sr_sim, 192",
        "mdsi, 192",
        "gsm, 192"
    })
    void qualityMapsHaveTheStatedSizeAndDropWhereTheImageIsSpoilt(String name, int size) {
        PlanarImage spoilt = Scenes.each(SCENE, plane -> {
            double[] values = plane.values().clone();
            for (int i = 0; i < values.length; i++) {
                boolean upperLeft = i % ROOM_FOR_ALL < ROOM_FOR_ALL / 2 && i / ROOM_FOR_ALL < ROOM_FOR_ALL / 2;
                values[i] = upperLeft ? 255 - values[i] / 2 : values[i];
            }
            return new Plane(plane.width(), plane.height(), values);
        });

        Plane map = Comparing.quality(Comparing.result(METRICS.named(name), SCENE, spoilt));

        assertThat(map.width()).isEqualTo(size);
        assertThat(map.height()).isEqualTo(size);
        int third = size / 3;
        double spoiltMean = map.crop(0, 0, third, third).mean();
        double goodMean = map.crop(2 * third, 2 * third, third, third).mean();
        assertThat(spoiltMean).isLessThan(goodMean);
        assertThat(goodMean).isGreaterThan(0.999);
    }
}
