/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.Locale;
import sc.fiji.ahiq.base.Progress;

/** Tells how many pairs are scored in a second. */
final class Rate {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Progress progress;
    private final long start = System.nanoTime();
    private int scored;

    Rate(Progress progress) {
        this.progress = progress;
    }

    /** @param now whether a pair was scored; otherwise it was scored before */
    void count(boolean now) {
        scored += now ? 1 : 0;
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        progress.step(String.format(Locale.ROOT, "%.1f pairs/s, pair", scored / seconds));
    }
}
