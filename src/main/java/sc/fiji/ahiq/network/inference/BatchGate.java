/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.concurrent.locks.ReentrantLock;
import sc.fiji.ahiq.base.error.CancelledException;

/**
 * Lets threads call the engine at the same time as long as their crops together are no more than a batch: calls of few
 * crops leave processors idle when they come one by one. In the order in which they come; a call of a whole batch, or
 * of more, is alone.
 */
final class BatchGate {

    private final ReentrantLock arrivals = new ReentrantLock(true);
    private int batch;
    private int inside;

    BatchGate(int batch) {
        this.batch = batch;
    }

    /** Crops of a call at most; shrinks when memory runs out. */
    synchronized int batch() {
        return batch;
    }

    /** Makes a batch half of what is inside, for that did not fit into memory. */
    synchronized void halve() {
        batch = Math.min(batch, Math.max(1, inside / 2));
    }

    /**
     * Waits until there is room for so many crops, or none inside.
     *
     * @return the size of a batch then; with 1 the caller is alone
     * @throws CancelledException if the thread is interrupted while it waits
     */
    int enter(int crops) {
        arrivals.lock();
        try {
            return takeRoom(crops);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            arrivals.unlock();
        }
    }

    private synchronized int takeRoom(int crops) throws InterruptedException {
        while (inside > 0 && inside + crops > batch) {
            wait();
        }
        inside += crops;
        return batch;
    }

    synchronized void leave(int crops) {
        inside -= crops;
        notifyAll();
    }
}
