/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    private static final Plane RAMP = new Plane(4, 1, new double[] {0, 10, 20, 30});

    @ParameterizedTest
    @CsvSource({"100, 100, 1", "383, 600, 1", "384, 600, 2", "512, 512, 2", "1000, 700, 3"})
    void theViewingFactorIsTheShorterSideOver256Rounded(int width, int height, int factor) {
        assertThat(Resampling.viewingFactor(width, height)).isEqualTo(factor);
    }

    @Test
    void blockMeansLeaveOutTheRest() {
        Plane plane = new Plane(3, 2, new double[] {1, 2, 9, 3, 4, 9});

        assertThat(Resampling.blockMeans(plane, 2)).satisfies(means -> {
            assertThat(means.width()).isEqualTo(1);
            assertThat(means.values()).containsExactly(2.5);
        });
    }

    @Test
    void boxDecimationReachesOneLessToTheLeftIfEven() {
        Plane plane = new Plane(3, 3, new double[] {4, 8, 4, 0, 0, 0, 4, 8, 12});

        assertThat(Resampling.boxDecimated(plane, 2, Border.ZERO).values()).containsExactly(3, 1, 3, 3);
        assertThat(Resampling.boxDecimated(plane, 2, Border.SYMMETRIC).values()).containsExactly(3, 2, 6, 12);
        assertThat(Resampling.boxDecimated(RAMP, 3, Border.REPLICATE).values())
                .containsExactly(new double[] {10 / 3.0, 80 / 3.0}, within(1e-12));
    }

    @Test
    void bilinearInterpolationIsBetweenPixelCentres() {
        assertThat(Resampling.bilinear(RAMP, 8, 1).values())
                .containsExactly(new double[] {0, 2.5, 7.5, 12.5, 17.5, 22.5, 27.5, 30}, within(1e-12));
    }

    @Test
    void bilinearInterpolationCanKeepTheCorners() {
        assertThat(Resampling.bilinearCorners(RAMP, 7, 1).values())
                .containsExactly(new double[] {0, 5, 10, 15, 20, 25, 30}, within(1e-12));
    }

    /** At a quarter between two centres the cubic's weights are -0.0703125, 0.8671875, 0.2265625, -0.0234375. */
    @Test
    void bicubicInterpolationHasKeysWeights() {
        Plane impulse = new Plane(5, 1, new double[] {0, 0, 128, 0, 0});

        assertThat(Resampling.bicubic(impulse, 10, 1).values())
                .containsExactly(new double[] {0, -3, -9, 29, 111, 111, 29, -9, -3, 0}, within(1e-12));
    }

    @Test
    void lanczosInterpolationHasItsWeightsAndKeepsPixelsThatStay() {
        Plane impulse = new Plane(9, 1, new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0});
        double[] tripled = Resampling.lanczos(impulse, 27, 1).values();

        assertThat(Resampling.lanczos(impulse, 9, 1).values()).containsExactly(impulse.values(), within(1e-12));
        // sinc(1/3) sinc(1/9), normalised to a sum of 1 over the six taps
        assertThat(tripled[13]).isEqualTo(1, within(1e-12));
        assertThat(tripled[14]).isEqualTo(0.81388, within(1e-5)).isEqualTo(tripled[12], within(1e-12));
    }

    @Test
    void bicubicShrinkingSmooths() {
        Plane stripes = Plane.zeros(64, 1);
        for (int i = 0; i < 64; i++) {
            stripes.values()[i] = i % 2 == 0 ? 0 : 100;
        }

        Plane small = Resampling.bicubic(stripes, 0.25);

        assertThat(small.width()).isEqualTo(16);
        assertThat(small.crop(2, 0, 12, 1).values()).containsOnly(new double[] {50}, within(1e-9));
    }
}
