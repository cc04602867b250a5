/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static sc.fiji.ahiq.network.inference.PlainLayers.add;
import static sc.fiji.ahiq.network.inference.PlainLayers.relu;
import static sc.fiji.ahiq.network.inference.PublishedLayers.concatenate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inception-ResNet-v2 in double as timm's {@code inception_resnet_v2}, by its tensor names, up to its ten first blocks.
 */
final class PlainInception {

    private static final double EPSILON = 1e-3;
    private static final double SCALE = 0.17;

    private final PlainLayers layers;

    PlainInception(PlainLayers layers) {
        this.layers = layers;
    }

    double[][][] features(double[][][] image) {
        double[][][] x = layer(image, "conv2d_1a", 2, 0);
        x = layer(x, "conv2d_2a", 1, 0);
        x = layer(x, "conv2d_2b", 1, 1);
        x = layer(PlainLayers.maxPool(x, 0), "conv2d_3b", 1, 0);
        x = layer(x, "conv2d_4a", 1, 0);
        x = mixed(PlainLayers.maxPool(x, 0));
        List<double[][][]> taps = new ArrayList<>();
        taps.add(x);
        for (int block = 0; block < 10; block++) {
            x = block(x, "repeat." + block + ".");
            if (block % 2 == 1) {
                taps.add(x);
            }
        }
        return PlainLayers.bilinear(concatenate(taps.toArray(double[][][][]::new)), image[0].length / 8);
    }

    private double[][][] layer(double[][][] in, String name, int stride, int padding) {
        return relu(layers.convolveNormalised(
                in, "cnn." + name + ".conv", "cnn." + name + ".bn", stride, padding, EPSILON));
    }

    private double[][][] mixed(double[][][] in) {
        String prefix = "mixed_5b.branch";
        double[][][] b = layer(layer(in, prefix + "1.0", 1, 0), prefix + "1.1", 1, 2);
        double[][][] c = layer(layer(layer(in, prefix + "2.0", 1, 0), prefix + "2.1", 1, 1), prefix + "2.2", 1, 1);
        return concatenate(layer(in, prefix + "0", 1, 0), b, c, layer(meanOfNeighbours(in), prefix + "3.1", 1, 0));
    }

    private double[][][] block(double[][][] in, String prefix) {
        double[][][] b = layer(layer(in, prefix + "branch1.0", 1, 0), prefix + "branch1.1", 1, 1);
        double[][][] c = layer(
                layer(layer(in, prefix + "branch2.0", 1, 0), prefix + "branch2.1", 1, 1), prefix + "branch2.2", 1, 1);
        double[][][] joined = layers.convolveBiased(
                concatenate(layer(in, prefix + "branch0", 1, 0), b, c), "cnn." + prefix + "conv2d", 1, 0);
        double[][][] scaled = Stream.of(joined)
                .map(plane -> PlainLayers.map(plane, v -> v * SCALE))
                .toArray(double[][][]::new);
        return relu(add(scaled, in));
    }

    /** Of 3 x 3 values, as many as are inside. */
    private static double[][][] meanOfNeighbours(double[][][] in) {
        int size = in[0].length;
        double[][][] out = new double[in.length][size][size];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    double sum = 0;
                    int count = 0;
                    for (int row = Math.max(0, y - 1); row <= Math.min(size - 1, y + 1); row++) {
                        for (int column = Math.max(0, x - 1); column <= Math.min(size - 1, x + 1); column++) {
                            sum += in[c][row][column];
                            count++;
                        }
                    }
                    out[c][y][x] = sum / count;
                }
            }
        }
        return out;
    }
}
