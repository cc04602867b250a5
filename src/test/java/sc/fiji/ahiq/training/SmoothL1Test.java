/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothL1Test {

    @Test
    void largeErrorsCountByTheirSizeAndSmallOnesByTheirSquare() {
        float[] scores = {0.5f, 0.25f};
        float[] labels = {0.2f, 0.2f};
        double[] gradient = new double[2];

        double loss = new SmoothL1().evaluate(scores, labels, 2, gradient);

        assertThat(loss).isCloseTo((0.3 - 0.05) + 0.05 * 0.05 / 0.2, within(1e-6));
        assertThat(gradient[0]).isCloseTo(1, within(1e-6));
        assertThat(gradient[1]).isCloseTo(0.5, within(1e-6));
    }
}
