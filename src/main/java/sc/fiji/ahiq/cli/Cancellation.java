/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sc.fiji.ahiq.base.error.CancelledException;

/** Tells a long work that the user wants it to stop. Thread safe. */
final class Cancellation {

    /** Long enough for one batch and for closing files; then the process ends anyway. */
    private static final long GRACE_SECONDS = 30;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> onRequest = new CopyOnWriteArrayList<>();
    private final CountDownLatch workEnded = new CountDownLatch(1);

    /**
     * Requested by Ctrl-C or a termination signal: the process then waits for {@link #workEnded()}, so that the batch
     * is finished and files are closed, and ends with the exit code of the signal (130 for Ctrl-C).
     */
    static Cancellation onInterrupt() {
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(cancellation::requestAndWait));
        return cancellation;
    }

    private void requestAndWait() {
        request();
        try {
            if (!workEnded.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called when nothing is left to do but to end the process. */
    void workEnded() {
        workEnded.countDown();
    }

    void request() {
        requested.set(true);
        onRequest.forEach(Runnable::run);
    }

    /** Lets work be told that cannot ask. */
    void onRequest(Runnable action) {
        onRequest.add(action);
    }

    boolean isRequested() {
        return requested.get();
    }

    /** @throws CancelledException if it was requested */
    void check() {
        if (isRequested()) {
            throw new CancelledException();
        }
    }
}
