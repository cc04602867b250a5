/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.cnn;

import java.util.function.Function;
import sc.fiji.ahiq.network.design.TensorShapes;
import sc.fiji.ahiq.network.tensor.Tensor;
import sc.fiji.ahiq.network.torchscript.ScriptModule;

/**
 * Makes module objects of layers, and notes their shapes and their cost in the order in which they are made. Not thread
 * safe.
 */
final class CnnLayers {

    private static final String PREFIX = "cnn.";

    private final Function<String, Tensor> weights;
    private final TensorShapes shapes = new TensorShapes();
    private long multiplyAdds;

    /** @param weights tensor by its name */
    CnnLayers(Function<String, Tensor> weights) {
        this.weights = weights;
    }

    /** For shapes and cost alone. */
    static CnnLayers withoutWeights() {
        Tensor token = Tensor.of(new float[0], 0);
        return new CnnLayers(name -> token);
    }

    TensorShapes shapes() {
        return shapes;
    }

    long multiplyAdds() {
        return multiplyAdds;
    }

    /**
     * A convolution without bias and its batch norm.
     *
     * @param in channels
     * @param out channels
     * @param kernel height and width
     */
    record Shape(int in, int out, int kernel) {

        long[] toWeight() {
            return new long[] {out, in, kernel, kernel};
        }

        /** That keeps the size at stride 1. */
        int padding() {
            return kernel / 2;
        }
    }

    /** @param positions of the output, for the cost */
    ScriptModule convNorm(String convolution, String norm, Shape shape, int stride, long positions) {
        ScriptModule module = new ScriptModule("ahiq.resnet.ConvNorm").set("stride", stride);
        return setTensors(module, convolution, norm, shape, positions);
    }

    /**
     * The same in the classes of the deeper networks, which tell padding and epsilon.
     *
     * @param epsilon of the batch norm
     */
    ScriptModule layer(
            String convolution, String norm, Shape shape, int stride, int padding, double epsilon, long positions) {
        ScriptModule module = new ScriptModule("ahiq.layer.Layer")
                .set("stride", stride)
                .set("padding", padding)
                .set("epsilon", epsilon);
        return setTensors(module, convolution, norm, shape, positions);
    }

    private ScriptModule setTensors(ScriptModule module, String convolution, String norm, Shape shape, long positions) {
        shapes.addNormalised(PREFIX + convolution, PREFIX + norm, shape.toWeight());
        multiplyAdds += positions * shape.in * shape.out * shape.kernel * shape.kernel;
        return module.set("weight", weights.apply(PREFIX + convolution + ".weight"))
                .set("norm_weight", weights.apply(PREFIX + norm + ".weight"))
                .set("norm_bias", weights.apply(PREFIX + norm + ".bias"))
                .set("norm_mean", weights.apply(PREFIX + norm + ".running_mean"))
                .set("norm_var", weights.apply(PREFIX + norm + ".running_var"));
    }

    /** Sets weight and bias of a convolution as attributes of a module. */
    void setBiased(ScriptModule module, String attribute, String convolution, Shape shape, long positions) {
        shapes.addBiased(PREFIX + convolution, shape.toWeight());
        multiplyAdds += positions * shape.in * shape.out * shape.kernel * shape.kernel;
        module.set(attribute + "_weight", weights.apply(PREFIX + convolution + ".weight"));
        module.set(attribute + "_bias", weights.apply(PREFIX + convolution + ".bias"));
    }
}
