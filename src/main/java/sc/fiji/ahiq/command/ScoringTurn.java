/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;

/** Scorings of this process wait for each other, in the order in which they came; each needs all cores and memory. */
final class ScoringTurn {

    private static final ReentrantLock TURN = new ReentrantLock(true);
    private static final long PATIENCE_MILLIS = 100;

    private ScoringTurn() {}

    /**
     * Scores when all that came before have ended. Within a scoring it does not wait.
     *
     * @param progress is told while it waits
     * @throws CancelledException if the thread is interrupted while it waits
     */
    static <T> T await(Progress progress, Supplier<T> scoring) {
        begin(progress);
        try {
            return scoring.get();
        } finally {
            TURN.unlock();
        }
    }

    private static void begin(Progress progress) {
        try {
            while (!TURN.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.waitFor("another scoring");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
