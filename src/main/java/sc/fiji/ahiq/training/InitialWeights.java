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
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * Weights to start from when nothing is learned yet. Normal distributions cut at two standard deviations, which keep
 * the variance of activations from layer to layer: 1 / fan-in, twice that before a ReLU (He et al., ICCV 2015). In the
 * Vision Transformer what is added to a token is smaller the deeper the network. Offsets start at zero, the deformable
 * convolution as a plain one; patch scores near the middle of the labels, patch weights equal.
 */
final class InitialWeights {

    private static final double CUT = 2;

    /** Standard deviation of a normal distribution cut at two standard deviations. */
    private static final double CUT_DEVIATION = 0.8796256610342398;

    private static final String SMALL_WEIGHTS =
            "vit\\.(cls_token|pos_embed)|regressor\\.(conv|conv_attent)\\.0\\.weight";
    private static final String BEFORE_RELU =
            "deform_net\\.conv1\\.0\\.weight|" + "regressor\\.(feat_smoothing\\.0|conv1\\.0)\\.weight";

    private static final double SMALL = 0.02;
    private static final float MIDDLE = 0.5f;

    private final Architecture architecture;
    private final long seed;

    private InitialWeights(Architecture architecture, long seed) {
        this.architecture = architecture;
        this.seed = seed;
    }

    static Map<String, Tensor> of(Architecture architecture, long seed) {
        InitialWeights initial = new InitialWeights(architecture, seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        architecture
                .tensorShapes()
                .forEach((name, shape) -> tensors.put(name, Tensor.of(initial.values(name, shape), shape)));
        return tensors;
    }

    private float[] values(String name, long[] shape) {
        float[] values = new float[Math.toIntExact(Tensor.elementCount(shape))];
        if (name.equals("regressor.conv.0.bias")) {
            Arrays.fill(values, MIDDLE);
        } else if (shape.length == 1 && name.endsWith(".weight") || name.endsWith(".running_var")) {
            Arrays.fill(values, 1);
        } else if (shape.length > 1 && !name.equals("deform_net.conv_offset.weight")) {
            drawNormal(values, deviation(name, shape), name);
        }
        return values;
    }

    private double deviation(String name, long[] shape) {
        if (name.matches(SMALL_WEIGHTS)) {
            return SMALL;
        }
        double fanIn = (double) Tensor.elementCount(shape) / shape[0];
        if (name.endsWith("attn.proj.weight") || name.endsWith("mlp.fc2.weight")) {
            return 1 / Math.sqrt(fanIn * 2 * architecture.vit().depth());
        }
        return Math.sqrt((name.matches(BEFORE_RELU) ? 2 : 1) / fanIn);
    }

    private void drawNormal(float[] values, double deviation, String name) {
        Random random = Seeds.random(seed, name);
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian();
            while (Math.abs(value) > CUT) {
                value = random.nextGaussian();
            }
            values[i] = (float) (value * deviation / CUT_DEVIATION);
        }
    }
}
