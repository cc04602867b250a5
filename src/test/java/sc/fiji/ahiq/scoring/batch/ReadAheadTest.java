/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class ReadAheadTest extends BatchFixture {

    @Test
    void anErrorOfAReaderThreadIsThrownAsItIs() throws IOException {
        List<PlannedPair> entries = BatchPlan.of(pairs(1, 2)).entries();
        OutOfMemoryError error = new OutOfMemoryError("heap");
        BiPredicate<PlannedPair, String> failing = (entry, key) -> {
            if (entry.number() == 2) {
                throw error;
            }
            return false;
        };

        try (ReadAhead loader =
                new ReadAhead(entries, String::concat, failing, pair -> {}, ScoringCapacity.ofMachine())) {
            assertThat(loader.next().entry()).isEqualTo(entries.get(0));
            assertThatThrownBy(loader::next).isSameAs(error);
        }
    }
}
