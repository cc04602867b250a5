/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import sc.fiji.ahiq.base.Awaited;

/** Makes the batches of the next steps while the network works on this one. For one consumer. */
final class BatchLoader implements AutoCloseable {

    private final LongFunction<CropBatch> source;
    private final long endStep;
    private final int ahead;
    private final ExecutorService threads;
    private final Queue<Future<CropBatch>> coming = new ArrayDeque<>();
    private long nextStep;

    /**
     * @param source makes the batch of a step; thread safe
     * @param firstStep whose batch is taken first
     * @param endStep which no batch is needed for any more
     * @param threads each of them has a batch in work, and as many again may be ready, plus one
     */
    BatchLoader(LongFunction<CropBatch> source, long firstStep, long endStep, int threads) {
        this.source = source;
        this.nextStep = firstStep;
        this.endStep = endStep;
        this.ahead = threads + 1;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ahiq-crops");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The batch of the next step; waits for it.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if an image cannot be used
     */
    CropBatch take() {
        while (coming.size() < ahead && nextStep < endStep) {
            long step = nextStep++;
            coming.add(threads.submit(() -> source.apply(step)));
        }
        return Awaited.result(coming.remove());
    }

    /** Lets go of batches that nobody took. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
