/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

import java.nio.ByteBuffer;

/** Element types of host tensors, named as in safetensors headers. All are stored little-endian. */
public enum DType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int sizeBytes;

    DType(int sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    /** Bytes of one element. */
    public int sizeBytes() {
        return sizeBytes;
    }

    /** The element at byte {@code offset} of a little-endian buffer, widened to double; I64 above 2^53 is rounded. */
    double read(ByteBuffer data, int offset) {
        return switch (this) {
            case F64 -> data.getDouble(offset);
            case F32 -> data.getFloat(offset);
            case F16 -> Half.toFloat(data.getShort(offset));
            case BF16 -> Float.intBitsToFloat(data.getShort(offset) << 16);
            case I64 -> data.getLong(offset);
            case I32 -> data.getInt(offset);
            case I16 -> data.getShort(offset);
            case I8 -> data.get(offset);
            case U8 -> data.get(offset) & 0xff;
            case BOOL -> data.get(offset) == 0 ? 0 : 1;
        };
    }

    /** Appends a floating-point element. */
    void write(float value, ByteBuffer data) {
        switch (this) {
            case F32 -> data.putFloat(value);
            case F16 -> data.putShort(Half.fromFloat(value));
            default -> throw new IllegalArgumentException("Conversion to " + this + " is not supported");
        }
    }
}
