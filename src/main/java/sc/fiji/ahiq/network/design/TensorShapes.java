/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects names and shapes of tensors, in the order in which they are added. Not thread safe. */
public final class TensorShapes {

    private final Map<String, long[]> byName = new LinkedHashMap<>();

    /** A tensor. */
    public TensorShapes add(String name, long... shape) {
        byName.put(name, shape);
        return this;
    }

    /** The weight of a layer and its bias, which has the first dimension of the weight. */
    public TensorShapes addBiased(String layer, long... weightShape) {
        add(layer + ".weight", weightShape);
        return add(layer + ".bias", weightShape[0]);
    }

    /** A convolution without bias and the batch norm that follows it. */
    public TensorShapes addNormalised(String convolution, String norm, long... weightShape) {
        add(convolution + ".weight", weightShape);
        addBiased(norm, weightShape[0]);
        add(norm + ".running_mean", weightShape[0]);
        return add(norm + ".running_var", weightShape[0]);
    }

    /** What was added. */
    public Map<String, long[]> byName() {
        return byName;
    }
}
