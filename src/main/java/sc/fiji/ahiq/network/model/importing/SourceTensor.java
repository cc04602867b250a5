/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.util.function.Supplier;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.TensorInfo;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A tensor of a weight file, or one made of several, that is read when it is asked for.
 *
 * @param name in the file; of several, their common beginning
 * @param info of the tensor that {@code data} gives
 */
record SourceTensor(String name, TensorInfo info, Supplier<Tensor> data) {

    static SourceTensor of(Checkpoint checkpoint, String name) {
        return new SourceTensor(name, checkpoint.info(name), () -> checkpoint.tensor(name));
    }
}
