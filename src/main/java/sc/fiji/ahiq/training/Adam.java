/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * Adam (Kingma and Ba, ICLR 2015) as PyTorch has it, weight decay added to the gradient. Keeps two moments for every
 * parameter in the memory of the device, owned by the manager it is made with.
 */
final class Adam {

    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";
    private static final float NO_CLIPPING = -1;

    private final Map<String, PtNDArray> parameters;
    private final AdamSettings settings;
    private final Map<String, PtNDArray> moments = new LinkedHashMap<>();

    /** @param parameters that are trained, by name */
    Adam(NDManager manager, Map<String, PtNDArray> parameters, AdamSettings settings) {
        this.parameters = parameters;
        this.settings = settings;
        parameters.forEach((name, parameter) -> {
            moments.put(MEAN + name, zeros(manager, parameter.getShape()));
            moments.put(SQUARE + name, zeros(manager, parameter.getShape()));
        });
    }

    private static PtNDArray zeros(NDManager manager, Shape shape) {
        return (PtNDArray) manager.zeros(shape, DataType.FLOAT32);
    }

    /**
     * Changes the parameters by their gradients, and sets these to zero.
     *
     * @param update from 1, counts all since the moments were zero
     */
    void update(long update, double rate) {
        double correction1 = 1 - Math.pow(settings.beta1(), update);
        double rootCorrection2 = Math.sqrt(1 - Math.pow(settings.beta2(), update));
        float scale = gradientScale();
        parameters.forEach((name, parameter) -> {
            try (PtNDArray gradient = JniUtils.getGradient(parameter)) {
                JniUtils.adamUpdate(
                        parameter,
                        gradient,
                        moments.get(MEAN + name),
                        moments.get(SQUARE + name),
                        (float) rate,
                        (float) (rate * rootCorrection2 / correction1),
                        (float) settings.weightDecay(),
                        scale,
                        NO_CLIPPING,
                        (float) settings.beta1(),
                        (float) settings.beta2(),
                        (float) (settings.epsilon() * rootCorrection2),
                        false);
            }
            JniUtils.zeroGrad(parameter);
        });
    }

    private float gradientScale() {
        if (settings.maxGradientNorm() == 0) {
            return 1;
        }
        double squares = 0;
        for (PtNDArray parameter : parameters.values()) {
            try (NDArray gradient = JniUtils.getGradient(parameter);
                    NDArray square = gradient.square();
                    NDArray sum = square.sum()) {
                squares += sum.getFloat();
            }
        }
        return (float) Math.min(1, settings.maxGradientNorm() / Math.sqrt(squares));
    }

    /** Copies of the moments. */
    Map<String, Tensor> state() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        moments.forEach((name, moment) -> tensors.put(name, Arrays32.toTensor(moment)));
        return tensors;
    }

    /** Takes over moments that {@link #state} gave. */
    void restore(Checkpoint state) {
        moments.replaceAll((name, zeros) -> {
            try (zeros) {
                return (PtNDArray) zeros.getManager().create(state.tensor(name).toFloats(), zeros.getShape());
            }
        });
    }
}
