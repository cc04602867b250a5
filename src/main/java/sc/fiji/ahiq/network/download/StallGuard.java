/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads from a stream and closes it when it delivers nothing for too long, so that the reading ends. */
final class StallGuard implements AutoCloseable {

    private static final int CHECKS_PER_LIMIT = 4;

    private final InputStream stream;
    private final long limitNanos;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "AHIQ download watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Object lock = new Object();
    private boolean reading;
    private boolean stalled;
    private long sinceNanos;

    StallGuard(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limitNanos = limit.toNanos();
        long period = Math.max(1, limitNanos / CHECKS_PER_LIMIT);
        watch.scheduleAtFixedRate(this::check, period, period, TimeUnit.NANOSECONDS);
    }

    private void check() {
        synchronized (lock) {
            if (!reading || stalled || System.nanoTime() - sinceNanos <= limitNanos) {
                return;
            }
            stalled = true;
        }
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException("Closing a stalled connection failed", e);
        }
    }

    /** As that of the stream; only the time in here counts. */
    int read(byte[] buffer) throws IOException {
        synchronized (lock) {
            reading = true;
            sinceNanos = System.nanoTime();
        }
        try {
            int read = stream.read(buffer);
            if (hasStalled()) {
                throw new IOException("closed because nothing came");
            }
            return read;
        } finally {
            synchronized (lock) {
                reading = false;
            }
        }
    }

    boolean hasStalled() {
        synchronized (lock) {
            return stalled;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
