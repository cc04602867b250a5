/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/** Memory for the features of all references that a network keeps. Thread safe. */
final class FeatureBudget {

    private long free;

    FeatureBudget(long bytes) {
        this.free = bytes;
    }

    /** Takes memory if there is so much. */
    synchronized boolean take(long bytes) {
        if (bytes > free) {
            return false;
        }
        free -= bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        free += bytes;
    }
}
