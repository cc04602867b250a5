/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import sc.fiji.ahiq.network.tensor.DType;

/**
 * A storage as a pickle names it; the bytes are elsewhere in the file.
 *
 * @param elements their number, which is not checked against the bytes, but the bytes fit in a long
 */
record TorchStorage(DType dtype, String key, long elements) {

    long sizeBytes() {
        return elements * dtype.sizeBytes();
    }
}
