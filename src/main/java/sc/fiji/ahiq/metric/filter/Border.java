/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/** What lies beyond the border of a plane. */
public enum Border {
    /** Zeros. */
    ZERO {
        @Override
        int inside(int index, int length) {
            return index >= 0 && index < length ? index : -1;
        }
    },
    /** The border pixel again and again: {@code a a | a b c | c c}. */
    REPLICATE {
        @Override
        int inside(int index, int length) {
            return Math.min(Math.max(index, 0), length - 1);
        }
    },
    /** The mirror image, border pixel included: {@code b a | a b c | c b}. */
    SYMMETRIC {
        @Override
        int inside(int index, int length) {
            int phase = Math.floorMod(index, 2 * length);
            return Math.min(phase, 2 * length - 1 - phase);
        }
    },
    /** The mirror image without the border pixel: {@code c b | a b c | b a}. */
    REFLECT {
        @Override
        int inside(int index, int length) {
            int period = Math.max(1, 2 * length - 2);
            int phase = Math.floorMod(index, period);
            return Math.min(phase, period - phase);
        }
    };

    /** The index whose value stands at {@code index}, or -1 for a zero. */
    abstract int inside(int index, int length);
}
