/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.metric.filter.Plane;

class BlurTest {

    @Test
    void spreadsAPointByItsStandardDeviationAndKeepsItsLight() {
        Plane point = Plane.zeros(41, 31);
        point.values()[15 * 41 + 20] = 7;

        Plane blurred = Blur.gaussian(point, 2);

        double sum = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int y = 0; y < 31; y++) {
            for (int x = 0; x < 41; x++) {
                sum += blurred.at(x, y);
                squaresX += blurred.at(x, y) * (x - 20) * (x - 20);
                squaresY += blurred.at(x, y) * (y - 15) * (y - 15);
            }
        }
        assertThat(sum).isCloseTo(7, within(1e-12));
        // A tail beyond three standard deviations is cut off, which takes 3 % of the variance.
        assertThat(squaresX / sum).isCloseTo(4, within(0.15));
        assertThat(squaresY / sum).isCloseTo(squaresX / sum, within(1e-12));
    }

    @Test
    void leavesAConstantAloneUpToTheBorder() {
        Plane blurred = Blur.gaussian(Plane.zeros(12, 9).map(zero -> 3), 1.5);

        assertThat(blurred.values()).containsOnly(new double[] {3}, withPrecision(1e-12));
    }
}
