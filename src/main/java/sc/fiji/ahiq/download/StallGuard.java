/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream that delivers nothing for too long, so that the thread that reads it gets an {@link IOException}. */
final class StallGuard implements AutoCloseable {

    private static final int CHECKS_PER_LIMIT = 4;

    private final InputStream stream;
    private final long limitNanos;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "AHIQ download watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean stalled;

    StallGuard(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limitNanos = limit.toNanos();
        long period = Math.max(1, limitNanos / CHECKS_PER_LIMIT);
        watch.scheduleAtFixedRate(this::check, period, period, TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (!stalled && System.nanoTime() - lastNanos > limitNanos) {
            stalled = true;
            try {
                stream.close();
            } catch (IOException e) {
                throw new IllegalStateException("Closing a stalled connection failed", e);
            }
        }
    }

    /** Something has arrived. */
    void alive() {
        lastNanos = System.nanoTime();
    }

    boolean hasStalled() {
        return stalled;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
