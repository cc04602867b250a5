/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sc.fiji.ahiq.base.error.CancelledException;

/** What other threads do. */
public final class Awaited {

    private Awaited() {}

    /**
     * Waits for a result. What the other thread has thrown is thrown here as it is: an explained failure stays one, and
     * an {@link Error} such as that of a full heap, too.
     *
     * @throws CancelledException if the calling thread is interrupted, which it then still is
     * @throws IllegalStateException around a checked exception
     */
    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
    /**
     * Waits until a pool that was shut down has ended, even if the calling thread is interrupted, which it then still
     * is.
     */
    public static void end(ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
