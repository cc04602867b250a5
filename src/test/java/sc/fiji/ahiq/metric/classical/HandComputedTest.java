/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.Comparing;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.Scenes;
import sc.fiji.ahiq.metric.filter.Plane;

/** Small cases, done by hand, of metrics without reference values. */
class HandComputedTest {

    private static PlanarImage stripes(int size, double even, double odd) {
        Plane plane = Plane.zeros(size, size);
        for (int i = 0; i < plane.area(); i++) {
            plane.values()[i] = i % size % 2 == 0 ? even : odd;
        }
        return PlanarImage.grey(plane);
    }

    private static PlanarImage cosine(int size, double cycles, double amplitude) {
        Plane plane = Plane.zeros(size, size);
        for (int i = 0; i < plane.area(); i++) {
            plane.values()[i] = 128 + amplitude * Math.cos(2 * Math.PI * cycles * (i % size) / size);
        }
        return PlanarImage.grey(plane);
    }

    private static double score(Metric metric, PlanarImage reference, PlanarImage distorted) {
        return Comparing.exact(metric, reference, distorted).score();
    }

    /** Means 100 and 200, variances 100 and 400, covariance 200: 0.8 for luminance times 0.8 for contrast. */
    @Test
    void uqiOfOneWindowAtDoubleContrast() {
        assertThat(score(new Uqi(), stripes(8, 90, 110), stripes(8, 180, 220))).isEqualTo(0.64, within(1e-12));
    }

    /** Means alike, structure inverted: variances 100 each, covariance -100. */
    @Test
    void uqiOfInvertedStructureIsMinusOne() {
        assertThat(score(new Uqi(), stripes(8, 90, 110), stripes(8, 110, 90))).isEqualTo(-1, within(1e-12));
    }

    /** No gradients: similarity of structure 1, of luminance 1 - (51 / 255)^2 = 0.96, which has a weight of 0.1. */
    @Test
    void gsmOfTwoGreys() {
        assertThat(score(new Gsm(), Scenes.constant(8, 8, 100), Scenes.constant(8, 8, 151)))
                .isEqualTo(0.996, within(1e-12));
    }

    /**
     * At a step of 50 the filter gives 50, so k = 4; nothing is kept: k / (1 + k) = 0.8, joined with 1 by 0.1 * 0.8.
     */
    @Test
    void gsmWhereAStepIsLost() {
        Plane step = Plane.zeros(16, 16);
        for (int i = 0; i < step.area(); i++) {
            step.values()[i] = i % 16 < 8 ? 100 : 150;
        }

        Plane map = Comparing.quality(Comparing.exact(new Gsm(), PlanarImage.grey(step), Scenes.constant(16, 16, 100)));

        assertThat(map.at(7, 8)).isEqualTo(0.8 + 0.1 * 0.8 * 0.2, within(1e-7));
    }

    /** Of stripes one pixel wide only the component xx is not zero: 25 with alternating sign, everywhere. */
    @Test
    void rfsimWhereStripesAreLost() {
        assertThat(score(new Rfsim(), stripes(16, 100, 150), Scenes.constant(16, 16, 125)))
                .isEqualTo(1.2 / (25 * 25 + 1.2), within(1e-12));
    }

    /** What is seen of the reference is all lost: signal and noise are the same. */
    @Test
    void nqmWhereAWaveIsLostIsZeroDecibels() {
        assertThat(score(new Nqm(), cosine(32, 4, 64), Scenes.constant(32, 32, 128)))
                .isEqualTo(0, within(1e-9));
    }

    /**
     * Samples are crests, zeros and troughs. At a crest the change of contrast from 0.5 to 0.25 is less than 0.86 * 0.5
     * and masked; a trough does not mask. Signal 64^2 twice, noise 32^2 once.
     */
    @Test
    void nqmWhereHalfOfAWaveIsLost() {
        assertThat(score(new Nqm(), cosine(32, 8, 64), cosine(32, 8, 32))).isEqualTo(10 * Math.log10(8), within(1e-9));
    }

    /** Of squared differences of 9 in one channel out of three: MSE 3. */
    @Test
    void psnrTakesTheMeanOverAllChannels() {
        Plane zero = Plane.zeros(4, 4);
        PlanarImage black = PlanarImage.of(List.of(zero, zero, zero));
        PlanarImage red = PlanarImage.of(List.of(zero.map(v -> 3), zero, zero));

        assertThat(score(new Psnr(), black, red)).isEqualTo(10 * Math.log10(255 * 255 / 3.0), within(1e-12));
    }
}
