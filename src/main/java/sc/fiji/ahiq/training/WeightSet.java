/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Map;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * A card and weights in memory.
 *
 * @param tensors by their names in the architecture of the card
 */
record WeightSet(ModelCard card, Map<String, Tensor> tensors) implements AhiqModel {

    @Override
    public Tensor tensor(String name) {
        return tensors.get(name);
    }

    /** The same with 16 bits, but for the layers that keep 32 in half precision everywhere. */
    AhiqModel inHalfPrecision() {
        return new AhiqModel() {
            @Override
            public ModelCard card() {
                return card;
            }

            @Override
            public Tensor tensor(String name) {
                return tensors.get(name).to(name.matches(FULL_PRECISION_LAYERS) ? DType.F32 : DType.F16);
            }
        };
    }
}
