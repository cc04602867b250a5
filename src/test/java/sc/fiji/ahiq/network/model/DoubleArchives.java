/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** Archives that compute in float64, which tells a wrong formula from rounding. */
public final class DoubleArchives {

    private DoubleArchives() {}

    /** The network of a model with the same weights in 64 bits. */
    public static ScriptArchive of(AhiqModel model) {
        return new NetworkAssembler(model.card().architecture(), name -> widened(model.tensor(name))).assemble();
    }

    private static Tensor widened(Tensor tensor) {
        ByteBuffer data =
                ByteBuffer.allocate(tensor.elementCount() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.elementCount(); i++) {
            data.putDouble(tensor.get(i));
        }
        return new Tensor(DType.F64, tensor.shape(), data.flip());
    }
}
