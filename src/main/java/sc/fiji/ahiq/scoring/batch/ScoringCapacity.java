/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

/**
 * What scoring may take of a machine.
 *
 * @param threads that score, and that read, at the same time
 * @param heapBytes for all images and what is made of them
 */
public record ScoringCapacity(int threads, long heapBytes) {

    private static final int MAX_THREADS = 4;

    /** The whole machine, but no more than four threads of each kind. */
    public static ScoringCapacity ofMachine() {
        Runtime runtime = Runtime.getRuntime();
        return new ScoringCapacity(Math.min(MAX_THREADS, runtime.availableProcessors()), runtime.maxMemory());
    }
}
