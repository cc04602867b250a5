/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {

    @Test
    void everyFiniteBitPatternFollowsTheDefinition() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int exponent = bits >> 10 & 31;
            if (exponent == 31) {
                continue;
            }
            double fraction = (bits & 1023) / 1024.0;
            double magnitude =
                    exponent == 0 ? Math.pow(2, -14) * fraction : Math.pow(2, exponent - 15) * (1 + fraction);
            float expected = (float) (bits < 1 << 15 ? magnitude : -magnitude);
            assertThat(Float.floatToRawIntBits(Half.toFloat((short) bits)))
                    .as("0x%04x", bits)
                    .isEqualTo(Float.floatToRawIntBits(expected));
        }
    }

    @Test
    void everyOtherBitPatternIsInfiniteOrNotANumber() {
        assertThat(Half.toFloat((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Half.toFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
        for (int payload = 1; payload < 1 << 10; payload++) {
            assertThat(Half.toFloat((short) (0x7c00 | payload))).isNaN();
            assertThat(Half.toFloat((short) (0xfc00 | payload))).isNaN();
        }
    }
}
