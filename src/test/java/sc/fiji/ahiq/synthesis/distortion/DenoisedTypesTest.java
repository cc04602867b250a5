/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

class DenoisedTypesTest {

    static List<Distortion> all() {
        return Distortions.denoised();
    }

    @Test
    void thereAreSevenMethodsAtThreeNoisesApartFromAllTypes() {
        assertThat(all()).hasSize(21).noneMatch(Distortion::isOrdered);
        assertThat(all()).extracting(Distortion::name).contains("denoised-mean-10", "denoised-blend-40");
        assertThat(Distortions.all()).allMatch(Distortion::isOrdered).doesNotContainAnyElementsOf(all());
        assertThat(DistortionLevel.parse("denoised", "all")).hasSize(21 * Distortion.LEVELS);
        assertThat(Distortions.named("denoised-median-20")).isIn(all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStrongestLeavesLeastOfTheNoiseOnAConstantPicture(Distortion distortion) {
        PlanarImage flat = Pictures.constant(128, 64, 64);

        double weakest = deviation(distortion.apply(flat, 1, 3));
        double strongest = deviation(distortion.apply(flat, Distortion.LEVELS, 3));

        assertThat(strongest).isLessThan(weakest);
    }

    private static double deviation(PlanarImage image) {
        Plane grey = image.grey();
        double mean = grey.mean();
        return grey.map(value -> (value - mean) * (value - mean)).mean();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStrongestIsNotNearestToThePicture(Distortion distortion) {
        PlanarImage picture = Pictures.grey(1, 96, 96);

        double best = 0;
        for (int level = 1; level < Distortion.LEVELS; level++) {
            best = Math.max(best, psnr(picture, distortion.apply(picture, level, 3)));
        }

        if (!distortion.name().contains("blend")) {
            assertThat(psnr(picture, distortion.apply(picture, Distortion.LEVELS, 3)))
                    .isLessThan(best);
        }
    }

    private static double psnr(PlanarImage reference, PlanarImage distorted) {
        return Comparing.score(Metrics.ofClassPath().named("psnr"), reference, distorted);
    }
}
