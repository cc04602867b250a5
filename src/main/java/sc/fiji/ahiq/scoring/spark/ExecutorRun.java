/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.ScoringRun;

/**
 * A run of this process: the first task that wants it opens it, all others share it, and its networks with it. Stays
 * open for the tasks to come, as long as the process lives or until {@link #closeAll}.
 */
final class ExecutorRun {

    private static final Map<ScoringRequest, ExecutorRun> OPEN = new HashMap<>();
    private static final Semaphore TASKS = new Semaphore(Integer.MAX_VALUE);

    private static volatile boolean closing;

    private final ScoringRun run;
    private long told;

    private ExecutorRun(ScoringRun run) {
        this.run = run;
    }

    /**
     * The run for a request.
     *
     * @param threads of a task
     * @throws sc.fiji.ahiq.base.error.AhiqException if it cannot be opened; the next task tries again
     */
    static ExecutorRun of(ScoringRequest request, int threads) {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(request, wanted -> new ExecutorRun(ScoringRun.open(wanted.options(threads))));
        }
    }

    /** Says that a task uses runs, until {@link #leave}. */
    static void enter() {
        TASKS.acquireUninterruptibly();
    }

    static void leave() {
        TASKS.release();
    }

    /** Whether tasks are to end, for all is being closed. */
    static boolean isClosing() {
        return closing;
    }

    /** Closes all when the tasks of this process have ended, of which no more may begin. */
    static void closeAll() {
        closing = true;
        TASKS.acquireUninterruptibly(Integer.MAX_VALUE);
        synchronized (OPEN) {
            OPEN.values().forEach(shared -> shared.run.close());
            OPEN.clear();
        }
        TASKS.release(Integer.MAX_VALUE);
        closing = false;
    }

    ScoringRun run() {
        return run;
    }

    /** Crops of references that were encoded and not told yet. */
    synchronized long takeEncodedReferenceCrops() {
        long encoded = run.encodedReferenceCrops();
        long news = encoded - told;
        told = encoded;
        return news;
    }
}
