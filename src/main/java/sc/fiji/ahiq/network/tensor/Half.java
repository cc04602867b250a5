/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

/** IEEE 754 binary16, which Java 17 has no conversion for. */
final class Half {

    private static final int EXPONENT_BITS = 0x7c00;
    private static final float SUBNORMAL_STEP = 0x1p-24f;

    private Half() {}

    /** The exact float value of a binary16 bit pattern; NaN payloads are kept. */
    static float toFloat(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits & EXPONENT_BITS) >> 10;
        int mantissa = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = mantissa * SUBNORMAL_STEP;
            return sign == 0 ? magnitude : -magnitude;
        }
        int floatExponent = exponent == 31 ? 255 : exponent + 112;
        return Float.intBitsToFloat(sign | floatExponent << 23 | mantissa << 13);
    }

    /** The nearest binary16 bit pattern, ties to even; magnitudes of 65520 and more become infinite, NaN stays NaN. */
    static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > 0x7f800000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x477ff000) {
            return (short) (sign | EXPONENT_BITS);
        }
        if (magnitude < 0x38800000) {
            return (short) (sign | (int) Math.rint(Math.abs(value) / SUBNORMAL_STEP));
        }
        int rebiased = magnitude - (112 << 23);
        return (short) (sign | rebiased + 0xfff + (rebiased >>> 13 & 1) >> 13);
    }
}
