/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Copies float32 arrays of the engine to the host. */
final class Arrays32 {

    private Arrays32() {}

    static Tensor toTensor(NDArray array) {
        return new Tensor(DType.F32, array.getShape().getShape(), array.toByteBuffer());
    }

    /** Part {@code index} along the first dimension of an array with {@code count} parts. */
    static Tensor part(Tensor stack, int index, long[] shape) {
        int sizeBytes = Math.toIntExact(Tensor.elementCount(shape) * DType.F32.sizeBytes());
        ByteBuffer bytes = stack.data().slice(index * sizeBytes, sizeBytes);
        return new Tensor(DType.F32, shape, bytes);
    }
}
