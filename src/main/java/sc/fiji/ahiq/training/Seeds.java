/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Random;

/** Independent generators for every purpose and place, so that none depends on what was drawn before. */
final class Seeds {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    /**
     * A generator whose algorithm and functions are specified by Java, so that it gives the same numbers everywhere.
     */
    static Random random(long seed, String purpose, long... place) {
        long hash = mix(FNV_OFFSET, seed);
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash, purpose.charAt(i));
        }
        for (long coordinate : place) {
            hash = mix(hash, coordinate);
        }
        return new Random(hash ^ hash >>> 32);
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ value >>> shift & 0xff) * FNV_PRIME;
        }
        return mixed;
    }
}
