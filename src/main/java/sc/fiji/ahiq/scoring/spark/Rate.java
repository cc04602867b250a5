/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import sc.fiji.ahiq.base.Progress;

/**
 * Tells how many pairs are scored in a second, and now and then, for the log of a job that nobody watches, how many are
 * done and how long the others will take.
 */
final class Rate {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOG_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Progress progress;
    private final int total;
    private final LongSupplier nanos;
    private final long start;
    private long logged;
    private int done;
    private int scored;

    /** @param nanos a clock, such as {@link System#nanoTime} */
    Rate(Progress progress, int total, LongSupplier nanos) {
        this.progress = progress;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.logged = start;
    }

    /** @param now whether a pair was scored; otherwise it was scored before */
    void count(boolean now) {
        done++;
        scored += now ? 1 : 0;
        long time = nanos.getAsLong();
        double seconds = (time - start) / NANOS_PER_SECOND;
        progress.step(String.format(Locale.ROOT, "%.1f pairs/s, pair", scored / seconds));
        if (time - logged >= LOG_NANOS) {
            logged = time;
            progress.note(String.format(
                    Locale.ROOT,
                    "%,d of %,d pairs done, %.1f pairs/s, about %,d minutes left",
                    done,
                    total,
                    scored / seconds,
                    (long) Math.ceil(seconds / done * (total - done) / TimeUnit.MINUTES.toSeconds(1))));
        }
    }
}
