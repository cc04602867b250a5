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

/** A high-resolution network in double as timm's {@code HighResolutionNet}, by its tensor names. */
final class PlainHrNet {

    private static final double EPSILON = 1e-5;

    private final PlainLayers layers;

    PlainHrNet(PlainLayers layers) {
        this.layers = layers;
    }

    double[][][] features(double[][][] image) {
        double[][][] x = relu(layer(image, "conv1", "bn1", 2, 1));
        x = relu(layer(x, "conv2", "bn2", 2, 1));
        for (int block = 0; block < 4; block++) {
            x = bottleneck(x, "layer1." + block + ".", block == 0);
        }
        List<double[][][]> branches = new ArrayList<>();
        branches.add(relu(sequential(x, "transition1.0.", 1, 1)));
        branches.add(relu(sequential(x, "transition1.1.0.", 2, 1)));
        branches = stage(branches, 2, 1);
        branches.add(relu(sequential(branches.get(1), "transition2.2.0.", 2, 1)));
        branches = stage(branches, 3, 4);
        branches.add(relu(sequential(branches.get(2), "transition3.3.0.", 2, 1)));
        branches = stage(branches, 4, 3);
        int size = branches.get(0)[0].length;
        return PublishedLayers.concatenate(branches.stream()
                .map(branch -> PlainLayers.bilinear(branch, size))
                .toArray(double[][][][]::new));
    }

    private double[][][] layer(double[][][] in, String convolution, String norm, int stride, int padding) {
        return layers.convolveNormalised(in, "cnn." + convolution, "cnn." + norm, stride, padding, EPSILON);
    }

    private double[][][] sequential(double[][][] in, String prefix, int stride, int padding) {
        return layer(in, prefix + "0", prefix + "1", stride, padding);
    }

    private double[][][] bottleneck(double[][][] in, String prefix, boolean hasDownsample) {
        double[][][] x = relu(layer(in, prefix + "conv1", prefix + "bn1", 1, 0));
        x = relu(layer(x, prefix + "conv2", prefix + "bn2", 1, 1));
        x = layer(x, prefix + "conv3", prefix + "bn3", 1, 0);
        return relu(add(x, hasDownsample ? sequential(in, prefix + "downsample.", 1, 0) : in));
    }

    private List<double[][][]> stage(List<double[][][]> in, int number, int modules) {
        List<double[][][]> x = in;
        for (int module = 0; module < modules; module++) {
            x = module(x, "stage" + number + "." + module + ".");
        }
        return x;
    }

    private List<double[][][]> module(List<double[][][]> in, String prefix) {
        List<double[][][]> x = new ArrayList<>();
        for (int branch = 0; branch < in.size(); branch++) {
            double[][][] y = in.get(branch);
            for (int block = 0; block < 4; block++) {
                String name = prefix + "branches." + branch + "." + block + ".";
                double[][][] z = relu(layer(y, name + "conv1", name + "bn1", 1, 1));
                y = relu(add(layer(z, name + "conv2", name + "bn2", 1, 1), y));
            }
            x.add(y);
        }
        List<double[][][]> fused = new ArrayList<>();
        for (int to = 0; to < in.size(); to++) {
            double[][][] sum = exchange(x.get(0), prefix, 0, to);
            for (int from = 1; from < in.size(); from++) {
                sum = add(sum, exchange(x.get(from), prefix, from, to));
            }
            fused.add(relu(sum));
        }
        return fused;
    }

    private double[][][] exchange(double[][][] in, String prefix, int from, int to) {
        String name = prefix + "fuse_layers." + to + "." + from + ".";
        if (from > to) {
            double[][][] x = sequential(in, name, 1, 0);
            return PublishedLayers.upsampleNearest(x, x[0].length << from - to);
        }
        double[][][] x = in;
        for (int step = 0; step < to - from; step++) {
            x = sequential(step == 0 ? x : relu(x), name + step + ".", 2, 1);
        }
        return x;
    }
}
