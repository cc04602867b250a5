/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * Elements of a storage in another order: element {@code (i, j, ...)} of a tensor is at {@code offset + i * strides[0]
 * + j * strides[1] + ...}. A stride of 0 repeats elements. Offset and strides count elements and are not negative.
 */
record StridedView(TensorInfo info, long offset, long[] strides) {

    /** Of tensors that are rearranged or inflated; the others are mapped, whatever their size. */
    static final int MAX_COPY_BYTES = 1 << 27;

    /** NumPy's limit. */
    static final int MAX_DIMENSIONS = 32;

    /** Gets bytes of a storage, which are within it. */
    @FunctionalInterface
    interface Storage {
        ByteBuffer bytes(long offset, int length);
    }

    /** The strides of a row-major tensor, or those of a column-major one. */
    static long[] denseStrides(long[] shape, boolean columnMajor) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = 0; i < shape.length; i++) {
            int dimension = columnMajor ? i : shape.length - 1 - i;
            strides[dimension] = stride;
            stride *= Math.max(1, shape[dimension]);
        }
        return strides;
    }

    /** Refuses shapes of more than 32 dimensions, or more than 2^31 - 1 bytes, and views that leave their storage. */
    void check(Place place, long at, long storageElements) {
        long[] shape = info.shape();
        if (shape.length > MAX_DIMENSIONS || strides.length != shape.length) {
            throw place.refusal(
                    at,
                    "at most " + MAX_DIMENSIONS + " dimensions and as many strides",
                    shape.length + " dimensions and " + strides.length + " strides");
        }
        checkSize(place, at, info);
        if (offset < 0 || Arrays.stream(strides).anyMatch(stride -> stride < 0)) {
            throw place.refusal(at, "strides and an offset >= 0", this.toString());
        }
        if (lastElement() >= storageElements) {
            throw place.refusal(
                    at, "a view within the " + storageElements + " elements of its storage", this.toString());
        }
    }

    /** Refuses negative dimensions, and more than 2^31 - 1 bytes. */
    static void checkSize(Place place, long at, TensorInfo info) {
        for (long dimension : info.shape()) {
            if (dimension < 0) {
                throw place.refusal(at, "dimensions >= 0", info.toString());
            }
        }
        if (saturatedBytes(info) > Integer.MAX_VALUE) {
            throw place.refusal(at, "a tensor of less than 2^31 bytes", info.toString());
        }
    }

    private static long saturatedBytes(TensorInfo info) {
        try {
            return info.sizeBytes();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The highest index into the storage, {@link Long#MAX_VALUE} if that is too low; -1 if there are no elements. */
    private long lastElement() {
        long[] shape = info.shape();
        if (info.sizeBytes() == 0) {
            return -1;
        }
        try {
            long last = offset;
            for (int i = 0; i < shape.length; i++) {
                last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
            }
            return last;
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** A tensor with the data of this view, which was checked. */
    LazyTensor lazy(Place place, Storage storage) {
        return new LazyTensor(info, () -> {
            if (info.sizeBytes() == 0) {
                return ByteBuffer.allocate(0);
            }
            int size = info.dtype().sizeBytes();
            long spanBytes = (lastElement() + 1 - offset) * size;
            if (spanBytes > Integer.MAX_VALUE) {
                throw tooLarge(place, Integer.MAX_VALUE);
            }
            return arrange(place, storage.bytes(offset * size, (int) spanBytes));
        });
    }

    private WeightsException tooLarge(Place place, int maxBytes) {
        return place.refusal(
                0,
                "a tensor that is contiguous, or spreads over at most " + maxBytes + " bytes",
                this.toString(),
                "Save it again as a contiguous tensor.");
    }

    /** Whether the elements follow each other in row-major order. */
    boolean isContiguous() {
        long[] shape = info.shape();
        long[] dense = denseStrides(shape, false);
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] > 1 && strides[i] != dense[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The elements in row-major order, little-endian: {@code span} itself if nothing is to be rearranged, else a copy
     * in native memory.
     *
     * @param span the bytes from the first element on, in any byte order
     */
    ByteBuffer arrange(Place place, ByteBuffer span) {
        if (span.order() == ByteOrder.LITTLE_ENDIAN && isContiguous()) {
            return span;
        }
        long bytes = info.sizeBytes();
        if (bytes > MAX_COPY_BYTES) {
            throw tooLarge(place, MAX_COPY_BYTES);
        }
        ByteBuffer arranged = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        copy(span, arranged);
        return arranged.flip();
    }

    private void copy(ByteBuffer span, ByteBuffer target) {
        long[] shape = info.shape();
        long[] index = new long[shape.length];
        int size = info.dtype().sizeBytes();
        long position = 0;
        while (true) {
            copyElement(span, (int) (position * size), target, size);
            int dimension = shape.length - 1;
            while (dimension >= 0 && ++index[dimension] == shape[dimension]) {
                position -= (shape[dimension] - 1) * strides[dimension];
                index[dimension--] = 0;
            }
            if (dimension < 0) {
                return;
            }
            position += strides[dimension];
        }
    }

    private static void copyElement(ByteBuffer source, int offset, ByteBuffer target, int size) {
        switch (size) {
            case 1 -> target.put(source.get(offset));
            case 2 -> target.putShort(source.getShort(offset));
            case 4 -> target.putInt(source.getInt(offset));
            default -> target.putLong(source.getLong(offset));
        }
    }

    @Override
    public String toString() {
        return info + " at element " + offset + " with strides " + Arrays.toString(strides);
    }
}
