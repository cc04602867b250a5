/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.tensor;

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
}
