/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * What a judge of differences starts from: normal distributions that keep the variance before a ReLU (He et al., ICCV
 * 2015), a sum of all with positive weights as distance, and nearly equal weights of all cells.
 */
final class JudgeWeights {

    private static final double SMALL = 0.02;

    private JudgeWeights() {}

    /** All tensors below {@code judge.}, those of each judge by a seed of its own, from this one on. */
    static Map<String, Tensor> of(DifferenceArchitecture architecture, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        architecture.tensorShapes().forEach((name, shape) -> {
            if (name.startsWith("judge.")) {
                tensors.put(name, Tensor.of(values(name, shape, architecture.judges(), seed), shape));
            }
        });
        return tensors;
    }

    private static float[] values(String name, long[] shape, int judges, long seed) {
        float[] values = new float[Math.toIntExact(Tensor.elementCount(shape))];
        if (name.endsWith(".bias")) {
            return values;
        }
        double fanIn = (double) values.length / shape[0];
        int own = values.length / judges;
        for (int judge = 0; judge < judges; judge++) {
            Random random = Seeds.random(seed + judge, name);
            for (int i = judge * own; i < (judge + 1) * own; i++) {
                values[i] = (float) value(name, fanIn, random);
            }
        }
        return values;
    }

    private static double value(String name, double fanIn, Random random) {
        return switch (name) {
            case "judge.distance.weight" -> 2 * random.nextDouble() / fanIn;
            case "judge.attention1.weight" -> SMALL * random.nextGaussian();
            default -> Math.sqrt(2 / fanIn) * random.nextGaussian();
        };
    }

    /**
     * What differences are multiplied by so that each has mean 1; those that hardly ever differ are not raised to that.
     *
     * @param means of each difference
     */
    static Tensor scale(double[] means) {
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double least = Math.max(1e-6, 0.05 * sorted[sorted.length / 2]);
        float[] scale = new float[means.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = (float) (1 / Math.max(means[i], least));
        }
        return Tensor.of(scale, scale.length);
    }
}
