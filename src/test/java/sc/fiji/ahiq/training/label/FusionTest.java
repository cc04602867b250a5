/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusionTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-15);

    @ParameterizedTest
    @EnumSource
    void labelsOfOneMetricAreItsRanksSpreadOverZeroToOne(Fusion fusion) {
        assertThat(fusion.fuse(new double[] {30, -5, 1e9, 31, 32}))
                .containsExactly(new double[] {0.25, 0, 1, 0.5, 0.75}, EXACT);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOrderOfScoresCounts(Fusion fusion) {
        double[] first = {0.1, 0.5, 0.3, 0.9, 0.2};
        double[] second = {3, 1, 2, 5, 4};

        assertThat(fusion.fuse(first, second))
                .isEqualTo(fusion.fuse(
                        Arrays.stream(first).map(Math::exp).toArray(),
                        Arrays.stream(second).map(x -> 7 * x - 100).toArray()));
    }

    @ParameterizedTest
    @EnumSource
    void pairsThatTieHaveTheSameLabel(Fusion fusion) {
        assertThat(fusion.fuse(new double[] {1, 2, 2, 3})).containsExactly(new double[] {0, 0.5, 0.5, 1}, EXACT);
    }

    @Test
    void meanRankWeighsAllPlacesAlike() {
        double[] first = {5, 4, 3, 2, 1};
        double[] second = {1, 4, 3, 2, 5};

        // Ranks 5 + 1, 4 + 4, 3 + 3, 2 + 2, 1 + 5.
        assertThat(Fusion.MEAN_RANK.fuse(first, second)).containsExactly(new double[] {0.5, 1, 0.5, 0, 0.5}, EXACT);
    }

    @Test
    void reciprocalRankPrefersAFirstPlaceToTwoMiddleOnes() {
        double[] first = {5, 4, 3, 2, 1};
        double[] second = {1, 4, 3, 2, 5};

        // Places 1 and 5 give 1/2 + 1/6 = 0.667 with k = 1, places 2 and 2 the same 2/3, 3 and 3 give 1/2, 4 and 4 give
        // 2/5.
        assertThat(Fusion.RECIPROCAL_RANK.fuse(first, second)[2]).isEqualTo(0.25, EXACT);
        assertThat(Fusion.RECIPROCAL_RANK.fuse(first, second)[0]).isGreaterThan(0.25);
        assertThat(Fusion.RECIPROCAL_RANK.fuse(first, second)[3]).isZero();
    }

    @Test
    void refusesScoresThatDoNotBelongTogether() {
        assertThatThrownBy(() -> Fusion.MEAN_RANK.fuse())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected scores of two pairs at least, but found 0");
        assertThatThrownBy(() -> Fusion.MEAN_RANK.fuse(new double[] {1, 2}, new double[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected 2 scores of each metric, but found 3");
    }
}
