/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.util.Arrays;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * What a weight file says about a tensor without its data. Immutable: the shape is copied in and out.
 *
 * @param dtype the element type
 * @param shape the dimensions, row-major; empty for a scalar
 */
public record TensorInfo(DType dtype, long... shape) {

    public TensorInfo {
        shape = shape.clone();
    }

    static TensorInfo of(Tensor tensor) {
        return new TensorInfo(tensor.dtype(), tensor.shape());
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /**
     * Bytes of all elements.
     *
     * @throws ArithmeticException if their number does not fit in a long
     * @throws IllegalArgumentException if a dimension is negative
     */
    long sizeBytes() {
        return Math.multiplyExact(Tensor.elementCount(shape), dtype.sizeBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorInfo info && dtype == info.dtype && Arrays.equals(shape, info.shape);
    }

    @Override
    public int hashCode() {
        return 31 * dtype.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
