/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.Progress;

class RateTest {

    @Test
    void aLogGetsALineEveryTwoMinutes() {
        AtomicLong seconds = new AtomicLong(7);
        List<String> notes = new ArrayList<>();
        Rate rate = new Rate(
                new Progress() {
                    @Override
                    public void update(long done, long total) {
                        throw new AssertionError("is told by others");
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                },
                12_000,
                () -> seconds.get() * 1_000_000_000L);

        for (int pair = 0; pair < 3000; pair++) {
            seconds.addAndGet(pair % 10 == 9 ? 1 : 0);
            rate.count(true);
        }

        assertThat(notes)
                .containsExactly(
                        "1,200 of 12,000 pairs done, 10.0 pairs/s, about 18 minutes left",
                        "2,400 of 12,000 pairs done, 10.0 pairs/s, about 16 minutes left");
    }
}
