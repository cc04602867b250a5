/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A tensor of an open file.
 *
 * @param data gets its row-major, little-endian bytes
 */
record LazyTensor(TensorInfo info, Supplier<ByteBuffer> data) {

    Tensor read() {
        return new Tensor(info.dtype(), info.shape(), data.get());
    }
}
