/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Rearranges tensors; results are float32 and on the heap. */
final class Axes {

    private Axes() {}

    /** The matrix {@code (rows, columns)} that has all elements of the tensor in their order, transposed. */
    static Tensor transposed(Tensor tensor, int rows, int columns) {
        FloatBuffer source = floats(tensor);
        ByteBuffer target = buffer(tensor.elementCount());
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                target.putFloat(source.get(row * columns + column));
            }
        }
        return new Tensor(DType.F32, new long[] {columns, rows}, target.flip());
    }

    /** Axes {@code (height, width, in, out)} as {@code (out, in, height, width)}. */
    static Tensor outputsFirst(Tensor kernel) {
        long[] shape = kernel.shape();
        int positions = Math.toIntExact(shape[0] * shape[1]);
        int in = Math.toIntExact(shape[2]);
        int out = Math.toIntExact(shape[3]);
        FloatBuffer source = floats(kernel);
        ByteBuffer target = buffer(kernel.elementCount());
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                for (int position = 0; position < positions; position++) {
                    target.putFloat(source.get((position * in + i) * out + o));
                }
            }
        }
        return new Tensor(DType.F32, new long[] {out, in, shape[0], shape[1]}, target.flip());
    }

    /** All elements of the parts, one part after the other. */
    static Tensor joined(List<Tensor> parts, long... shape) {
        ByteBuffer target = buffer(Math.toIntExact(Tensor.elementCount(shape)));
        for (Tensor part : parts) {
            target.put(part.to(DType.F32).data());
        }
        return new Tensor(DType.F32, shape, target.flip());
    }

    private static FloatBuffer floats(Tensor tensor) {
        return tensor.to(DType.F32).data().asFloatBuffer();
    }

    private static ByteBuffer buffer(int floats) {
        return ByteBuffer.allocate(Math.multiplyExact(floats, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
