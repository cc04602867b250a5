/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** An element type of NumPy that tensors have too, such as {@code <f4}. */
record NumpyType(DType dtype, ByteOrder order) {

    private static final Map<String, DType> DTYPES = Map.of(
            "f8", DType.F64,
            "f4", DType.F32,
            "f2", DType.F16,
            "i8", DType.I64,
            "i4", DType.I32,
            "i2", DType.I16,
            "i1", DType.I8,
            "u1", DType.U8,
            "b1", DType.BOOL);

    /** From a byte order ({@code <}, {@code >} or {@code |}) and a type code; null if there is no such type here. */
    static NumpyType of(String order, String code) {
        DType dtype = DTYPES.get(code);
        boolean known = dtype != null
                && switch (order) {
                    case "<", ">" -> true;
                    case "|" -> dtype.sizeBytes() == 1;
                    default -> false;
                };
        return known ? new NumpyType(dtype, order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN) : null;
    }

    /** From the bytes of one element: a Long, a Double or a Boolean. */
    Object scalar(byte[] bytes) {
        byte[] littleEndian = bytes.clone();
        if (order == ByteOrder.BIG_ENDIAN) {
            for (int i = 0; i < bytes.length; i++) {
                littleEndian[i] = bytes[bytes.length - 1 - i];
            }
        }
        Tensor tensor = new Tensor(dtype, new long[0], ByteBuffer.wrap(littleEndian));
        return switch (dtype) {
            case I64 -> tensor.data().getLong();
            case I32, I16, I8, U8 -> (long) tensor.get(0);
            case BOOL -> tensor.get(0) != 0;
            default -> tensor.get(0);
        };
    }
}
