/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static sc.fiji.ahiq.network.inference.PlainLayers.add;
import static sc.fiji.ahiq.network.inference.PlainLayers.relu;

import java.util.ArrayList;
import java.util.List;

/** A ResNet in double as timm's {@code resnet50}, by its tensor names. */
final class PlainResNet {

    private static final double EPSILON = 1e-5;

    private final PlainLayers layers;

    PlainResNet(PlainLayers layers) {
        this.layers = layers;
    }

    /** Outputs of the three blocks of the first stage side by side. */
    double[][][] firstStage(double[][][] image) {
        return PublishedLayers.concatenate(stage(stem(image), 1, 3, 1).toArray(double[][][][]::new));
    }

    /** Outputs of the blocks 0, 1, 3, 4, 5 and 7 of the second stage of a ResNet-152. */
    double[][][] secondStage(double[][][] image) {
        List<double[][][]> first = stage(stem(image), 1, 3, 1);
        List<double[][][]> second = stage(first.get(2), 2, 8, 2);
        return PublishedLayers.concatenate(
                second.get(0), second.get(1), second.get(3), second.get(4), second.get(5), second.get(7));
    }

    private double[][][] stem(double[][][] image) {
        return PlainLayers.maxPool(relu(layers.convolveNormalised(image, "cnn.conv1", "cnn.bn1", 2, 3, EPSILON)), 1);
    }

    /** Outputs of the blocks of a stage. */
    private List<double[][][]> stage(double[][][] in, int number, int blocks, int stride) {
        List<double[][][]> outputs = new ArrayList<>();
        double[][][] x = in;
        for (int block = 0; block < blocks; block++) {
            x = bottleneck(x, "cnn.layer" + number + "." + block + ".", block == 0, block == 0 ? stride : 1);
            outputs.add(x);
        }
        return outputs;
    }

    private double[][][] bottleneck(double[][][] in, String prefix, boolean hasDownsample, int stride) {
        double[][][] shortcut = hasDownsample
                ? layers.convolveNormalised(in, prefix + "downsample.0", prefix + "downsample.1", stride, 0, EPSILON)
                : in;
        double[][][] x = relu(layers.convolveNormalised(in, prefix + "conv1", prefix + "bn1", 1, 0, EPSILON));
        x = relu(layers.convolveNormalised(x, prefix + "conv2", prefix + "bn2", stride, 1, EPSILON));
        return relu(add(layers.convolveNormalised(x, prefix + "conv3", prefix + "bn3", 1, 0, EPSILON), shortcut));
    }
}
