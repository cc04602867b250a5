/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An immutable host tensor: data type, shape (row-major, last dimension fastest; an empty shape is a scalar) and
 * little-endian bytes. The bytes may be memory-mapped, so a tensor of a 250 MB file costs no heap until it is
 * converted. At most 2^31 - 1 bytes. Thread safe.
 */
public final class Tensor {

    private final DType dtype;
    private final long[] shape;
    private final ByteBuffer data;

    /**
     * @param data the elements; its remaining bytes must be exactly those of {@code shape}
     * @throws IllegalArgumentException if they are not
     */
    public Tensor(DType dtype, long[] shape, ByteBuffer data) {
        this.dtype = dtype;
        this.shape = shape.clone();
        this.data = data.slice().asReadOnlyBuffer();
        long expected = Math.multiplyExact(elementCount(shape), dtype.sizeBytes());
        if (expected != this.data.remaining()) {
            throw new IllegalArgumentException("A " + dtype + " tensor of shape " + Arrays.toString(shape) + " has "
                    + expected + " bytes, not " + this.data.remaining());
        }
    }

    /** A float32 tensor with a copy of {@code values}. */
    public static Tensor of(float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Tensor(DType.F32, shape, bytes);
    }

    /**
     * Product of the dimensions; 1 for a scalar.
     *
     * @throws ArithmeticException if it does not fit in a long
     * @throws IllegalArgumentException if a dimension is negative
     */
    public static long elementCount(long... shape) {
        long count = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("Negative dimension in shape " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, dimension);
        }
        return count;
    }

    public DType dtype() {
        return dtype;
    }

    public long[] shape() {
        return shape.clone();
    }

    public int elementCount() {
        return data.capacity() / dtype.sizeBytes();
    }

    /** A fresh read-only, little-endian view of all bytes, position 0. */
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Element {@code index} in row-major order, widened to double. */
    public double get(int index) {
        return dtype.read(data(), Math.multiplyExact(index, dtype.sizeBytes()));
    }

    /** Index of the first element that is infinite or not a number; -1 if there is none. */
    public int indexOfNonFinite() {
        ByteBuffer bytes = data();
        for (int i = 0; i < elementCount(); i++) {
            if (!Double.isFinite(dtype.read(bytes, i * dtype.sizeBytes()))) {
                return i;
            }
        }
        return -1;
    }

    /** All elements as float32 in a new array; float64 and wide integers are rounded. */
    public float[] toFloats() {
        ByteBuffer bytes = data();
        float[] values = new float[elementCount()];
        if (dtype == DType.F32) {
            bytes.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) dtype.read(bytes, i * dtype.sizeBytes());
            }
        }
        return values;
    }

    /**
     * This tensor with another floating-point type, itself if it has it already. Rounds to nearest even; what is too
     * large for {@code F16} becomes infinite. The converted bytes are in native memory.
     *
     * @param target {@code F32} or {@code F16}
     */
    public Tensor to(DType target) {
        if (dtype == target) {
            return this;
        }
        ByteBuffer source = data();
        int count = elementCount();
        ByteBuffer converted = ByteBuffer.allocateDirect(Math.multiplyExact(count, target.sizeBytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            target.write((float) dtype.read(source, i * dtype.sizeBytes()), converted);
        }
        return new Tensor(target, shape, converted.flip());
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
