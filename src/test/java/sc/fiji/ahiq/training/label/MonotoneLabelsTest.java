/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MonotoneLabelsTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    @Test
    void keepsLabelsThatFall() {
        assertThat(MonotoneLabels.of(0.9, 0.7, 0.7, 0.1)).containsExactly(0.9, 0.7, 0.7, 0.1);
    }

    @Test
    void poolsLabelsThatRise() {
        assertThat(MonotoneLabels.of(0.5, 0.7, 0.2)).containsExactly(new double[] {0.6, 0.6, 0.2}, ROUNDING);
    }

    @Test
    void poolsBackwardsAsFarAsNeeded() {
        assertThat(MonotoneLabels.of(0.8, 0.4, 0.5, 0.9)).containsExactly(new double[] {0.8, 0.6, 0.6, 0.6}, ROUNDING);
        assertThat(MonotoneLabels.of(0.1, 0.2, 0.3)).containsExactly(new double[] {0.2, 0.2, 0.2}, ROUNDING);
    }

    @Test
    void nothingToKeepInOrder() {
        assertThat(MonotoneLabels.of()).isEmpty();
        assertThat(MonotoneLabels.of(0.3)).containsExactly(0.3);
    }
}
