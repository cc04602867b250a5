/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

/** The generator that {@link CropPlan#random} specifies. */
final class SplitMix64 {

    private static final long TWO_TO_32 = 1L << 32;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** Uniform in 0 to {@code bound - 1}, for a positive bound. */
    int below(int bound) {
        long limit = TWO_TO_32 - TWO_TO_32 % bound;
        long value = next();
        while (value >= limit) {
            value = next();
        }
        return (int) (value % bound);
    }

    /** Uniform in 0 to 2^32 - 1. */
    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 32;
    }
}
