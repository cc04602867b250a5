/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import java.util.Arrays;
import java.util.List;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Tensors that are stored one after the other as one tensor of the given shape. */
record Stack(List<Tensor> parts, long[] shape) {

    static Stack of(List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to stack");
        }
        Tensor first = parts.get(0);
        for (Tensor part : parts) {
            if (part.dtype() != first.dtype() || !Arrays.equals(part.shape(), first.shape())) {
                throw new IllegalArgumentException("Cannot stack " + first + " and " + part);
            }
        }
        long[] shape = new long[first.shape().length + 1];
        shape[0] = parts.size();
        System.arraycopy(first.shape(), 0, shape, 1, shape.length - 1);
        return new Stack(List.copyOf(parts), shape);
    }

    static Stack joined(List<Tensor> parts) {
        long count = parts.stream().mapToLong(Tensor::elementCount).sum();
        return new Stack(List.copyOf(parts), new long[] {count});
    }

    DType dtype() {
        return parts.get(0).dtype();
    }

    long elementCount() {
        return Tensor.elementCount(shape);
    }

    long sizeBytes() {
        return elementCount() * dtype().sizeBytes();
    }
}
