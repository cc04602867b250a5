/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void warmsUpLinearlyThenFallsToZero() {
        LearningRate rate = new LearningRate(1e-3, 4, 100);

        assertThat(rate.at(0)).isEqualTo(0.2e-3);
        assertThat(rate.at(3)).isEqualTo(0.8e-3);
        assertThat(rate.at(4)).isEqualTo(1e-3);
        assertThat(rate.at(54)).isCloseTo(0.5e-3, within(1e-15));
        assertThat(rate.at(104)).isZero();
    }

    /** As in the published training, where T_max is 50 and counts iterations. */
    @Test
    void comesUpAgainAfterTheCosine() {
        LearningRate rate = new LearningRate(1e-4, 0, 50);

        assertThat(rate.at(0)).isEqualTo(1e-4);
        assertThat(rate.at(50)).isZero();
        assertThat(rate.at(100)).isEqualTo(1e-4);
    }
}
