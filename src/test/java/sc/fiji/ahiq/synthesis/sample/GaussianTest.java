/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianTest {

    @Test
    void spreadsAPointByItsStandardDeviationAndKeepsItsLight() {
        Plane point = new Plane(41, 31);
        point.set(20, 15, 7);

        Plane blurred = new Gaussian(2).blur(point);

        double sum = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int y = 0; y < 31; y++) {
            for (int x = 0; x < 41; x++) {
                sum += blurred.get(x, y);
                squaresX += blurred.get(x, y) * (x - 20) * (x - 20);
                squaresY += blurred.get(x, y) * (y - 15) * (y - 15);
            }
        }
        assertThat(sum).isCloseTo(7, within(1e-12));
        // A tail beyond three standard deviations is cut off, which takes 3 % of the variance.
        assertThat(squaresX / sum).isCloseTo(4, within(0.15));
        assertThat(squaresY / sum).isCloseTo(squaresX / sum, within(1e-12));
    }

    @Test
    void leavesAConstantAloneUpToTheBorder() {
        Plane blurred = new Gaussian(1.5).blur(new Plane(12, 9).map(zero -> 3));

        for (int i = 0; i < 12 * 9; i++) {
            assertThat(blurred.get(i)).isCloseTo(3, within(1e-12));
        }
    }
}
