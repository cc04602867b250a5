/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class DTypeTest {

    @Test
    void readsEveryTypeFromLittleEndianBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(DType.F64.read(bytes.putDouble(1, Math.PI), 1)).isEqualTo(Math.PI);
        assertThat(DType.F32.read(bytes.putFloat(1, -1.5f), 1)).isEqualTo(-1.5);
        assertThat(DType.F16.read(bytes.putShort(1, (short) 0xc100), 1)).isEqualTo(-2.5);
        assertThat(DType.I64.read(bytes.putLong(1, -(1L << 40)), 1)).isEqualTo(-0x1p40);
        assertThat(DType.I32.read(bytes.putInt(1, Integer.MIN_VALUE), 1)).isEqualTo(-0x1p31);
        assertThat(DType.I16.read(bytes.putShort(1, (short) -2), 1)).isEqualTo(-2);
        assertThat(DType.I8.read(bytes.put(1, (byte) 0x80), 1)).isEqualTo(-128);
        assertThat(DType.U8.read(bytes.put(1, (byte) 0x80), 1)).isEqualTo(128);
    }

    @Test
    void everyBfloat16IsTheUpperHalfOfAFloat() {
        ByteBuffer bytes = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits = 0; bits < 1 << 16; bits++) {
            double magnitude = bfloat16Magnitude(bits >> 7 & 255, (bits & 127) / 128.0);
            Double expected = bits < 1 << 15 ? magnitude : -magnitude;
            assertThat(DType.BF16.read(bytes.putShort(0, (short) bits), 0))
                    .as("0x%04x", bits)
                    .isEqualTo(expected);
        }
    }

    private static double bfloat16Magnitude(int exponent, double fraction) {
        if (exponent == 0) {
            return Math.scalb(fraction, -126);
        }
        if (exponent < 255) {
            return Math.scalb(1 + fraction, exponent - 127);
        }
        return fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Test
    void anyByteButZeroIsTrue() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 1, (byte) 0xff});

        assertThat(DType.BOOL.read(bytes, 0)).isZero();
        assertThat(DType.BOOL.read(bytes, 1)).isEqualTo(1);
        assertThat(DType.BOOL.read(bytes, 2)).isEqualTo(1);
    }
}
