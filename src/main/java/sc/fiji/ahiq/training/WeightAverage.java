/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Exponential moving averages of parameters, in memory. Starts as the parameters are when it is made. */
final class WeightAverage {

    private static final String PREFIX = "average.";

    private final Map<String, PtNDArray> parameters;
    private final double kept;
    private final Map<String, float[]> averages = new LinkedHashMap<>();

    /** @param kept share of the average that an update keeps, below 1 */
    WeightAverage(Map<String, PtNDArray> parameters, double kept) {
        this.parameters = parameters;
        this.kept = kept;
        parameters.forEach((name, parameter) -> averages.put(name, parameter.toFloatArray()));
    }

    void update() {
        parameters.forEach((name, parameter) -> {
            float[] average = averages.get(name);
            float[] now = parameter.toFloatArray();
            for (int i = 0; i < now.length; i++) {
                average[i] += (float) ((1 - kept) * (now[i] - average[i]));
            }
        });
    }

    /** By the names of the parameters. */
    Map<String, Tensor> tensors() {
        return named("");
    }

    /** What {@link #restore} takes. */
    Map<String, Tensor> state() {
        return named(PREFIX);
    }

    private Map<String, Tensor> named(String prefix) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        averages.forEach((name, values) -> tensors.put(
                prefix + name, Tensor.of(values, parameters.get(name).getShape().getShape())));
        return tensors;
    }

    void restore(Checkpoint state) {
        averages.replaceAll((name, values) -> state.tensor(PREFIX + name).toFloats());
    }
}
