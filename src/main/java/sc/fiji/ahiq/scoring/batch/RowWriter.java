/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import sc.fiji.ahiq.base.Awaited;

/**
 * Writes in a thread of its own, one after the other, while the next pairs are scored. After a failure nothing more is
 * written, and the next call throws it.
 */
final class RowWriter implements AutoCloseable {

    /** Pairs whose maps wait to be written. */
    private static final int MAX_WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "AHIQ writer"));
    private final Semaphore free = new Semaphore(MAX_WAITING);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Waits while too much is waiting. */
    void write(Runnable writing) {
        throwFailure();
        free.acquireUninterruptibly();
        thread.execute(() -> {
            try {
                if (!failure.isDone()) {
                    writing.run();
                }
            } catch (RuntimeException | Error e) {
                failure.completeExceptionally(e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits until everything is written. */
    void finish() {
        close();
        throwFailure();
    }

    private void throwFailure() {
        if (failure.isDone()) {
            Awaited.result(failure);
        }
    }

    /** Waits until everything is written, even if the thread is interrupted: what was scored is kept. */
    @Override
    public void close() {
        thread.shutdown();
        Awaited.end(thread);
    }
}
