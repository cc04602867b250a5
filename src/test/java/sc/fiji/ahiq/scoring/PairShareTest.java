/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairShareTest {

    @Test
    void sharesAreAboutEqualAndBeginWithCallsOfTheEngine() {
        assertThat(PairShare.of("ahiq", 100, 8, 3))
                .containsExactly(
                        new PairShare("ahiq", 0, 32), new PairShare("ahiq", 32, 64), new PairShare("ahiq", 64, 100));
    }

    @Test
    void thereAreNoMoreSharesThanCalls() {
        assertThat(PairShare.of("ahiq", 17, 8, 50))
                .containsExactly(
                        new PairShare("ahiq", 0, 8), new PairShare("ahiq", 8, 16), new PairShare("ahiq", 16, 17));
    }

    @Test
    void manyStepsHaveNoGaps() {
        List<PairShare> shares = PairShare.of("ahiq", 100_000, 1, 40_000);

        assertThat(shares).hasSize(40_000).noneMatch(PairShare::isWhole);
        int end = 0;
        for (PairShare share : shares) {
            assertThat(share.from()).isEqualTo(end);
            end = share.to();
        }
        assertThat(end).isEqualTo(100_000);
    }
}
