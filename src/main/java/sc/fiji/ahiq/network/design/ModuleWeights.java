/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * Fills module objects with tensors by their names and shapes. One that only records gives the names and shapes that a
 * network needs, so that each network is described once. Not thread safe.
 */
final class ModuleWeights {

    private static final Tensor TOKEN = Tensor.of(new float[0], 0);

    private final Function<String, Tensor> weights;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    private ModuleWeights(Function<String, Tensor> weights) {
        this.weights = weights;
    }

    static ModuleWeights of(Function<String, Tensor> weights) {
        return new ModuleWeights(weights);
    }

    /** Records what is asked for; the modules hold nothing. */
    static ModuleWeights recording() {
        return new ModuleWeights(name -> TOKEN);
    }

    Map<String, long[]> shapes() {
        return shapes;
    }

    Tensor get(String name, long... shape) {
        shapes.put(name, shape);
        return weights.apply(name);
    }

    /** Sets {@code ATTRIBUTE_weight} and {@code ATTRIBUTE_bias} to a layer. */
    void biased(ScriptModule module, String attribute, String layer, long... weightShape) {
        module.set(attribute + "_weight", get(layer + ".weight", weightShape));
        module.set(attribute + "_bias", get(layer + ".bias", weightShape[0]));
    }

    /** The same for the layer of that name in each of several parts, stacked. */
    void stackedBiased(ScriptModule module, String attribute, List<String> layers, long... weightShape) {
        List<Tensor> kernels = new ArrayList<>();
        List<Tensor> biases = new ArrayList<>();
        for (String layer : layers) {
            kernels.add(get(layer + ".weight", weightShape));
            biases.add(get(layer + ".bias", weightShape[0]));
        }
        module.setStacked(attribute + "_weight", kernels);
        module.setStacked(attribute + "_bias", biases);
    }

    /** A convolution with a bias as the module {@code Conv}, whose source is {@code conv}. */
    ScriptModule convolution(String layer, int stride, int padding, long out, long in, long side) {
        ScriptModule module =
                new ScriptModule("learned.conv.Conv").set("stride", stride).set("padding", padding);
        return module.set("weight", get(layer + ".weight", out, in, side, side)).set("bias", get(layer + ".bias", out));
    }

    /** A convolution with kernels of 3 x 3 that keeps the size of its maps. */
    ScriptModule convolution(String layer, long out, long in) {
        return convolution(layer, 1, 1, out, in, 3);
    }

    /** A convolution and its batch norm as the module {@code ConvNorm}. */
    ScriptModule normalised(
            String convolution, String norm, int stride, int padding, long out, long in, long height, long width) {
        return new ScriptModule("learned.convnorm.ConvNorm")
                .set("stride", stride)
                .set("padding", padding)
                .set("weight", get(convolution + ".weight", out, in, height, width))
                .set("norm_weight", get(norm + ".weight", out))
                .set("norm_bias", get(norm + ".bias", out))
                .set("norm_mean", get(norm + ".running_mean", out))
                .set("norm_var", get(norm + ".running_var", out));
    }

    /** One value for each of red, green and blue. */
    static Tensor channels(float red, float green, float blue) {
        return Tensor.of(new float[] {red, green, blue}, 1, 3, 1, 1);
    }
}
