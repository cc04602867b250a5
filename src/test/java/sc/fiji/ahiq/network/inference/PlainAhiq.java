/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static sc.fiji.ahiq.network.inference.PublishedLayers.concatenate;
import static sc.fiji.ahiq.network.inference.PublishedLayers.subtract;
import static sc.fiji.ahiq.network.inference.PublishedLayers.upsampleNearest;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.special.Erf;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.Pooling;

/** The networks of the paper and its ablations on one crop pair, in double and written down layer by layer. */
final class PlainAhiq {

    private static final double VIT_EPSILON = 1e-6;

    private final Architecture architecture;
    private final PlainLayers layers;
    private final UnaryOperator<double[][][]> cnn;

    /** @param cnn features of an image */
    PlainAhiq(Architecture architecture, PlainLayers layers, UnaryOperator<double[][][]> cnn) {
        this.architecture = architecture;
        this.layers = layers;
        this.cnn = cnn;
    }

    record Output(double score, double[][] patchScores, double[][] patchWeights) {}

    Output compare(double[][][] reference, double[][][] distorted) {
        double[][][] guide = hasVit() ? vit(reference) : null;
        double[][][] r = down(features(reference, guide));
        double[][][] d = down(features(distorted, guide));
        double[][][] x = layers.convolveBiased(concatenate(subtract(d, r), d, r), "regressor.feat_smoothing.0", 1, 1);
        x = layers.convolveBiased(PlainLayers.relu(x), "regressor.feat_smoothing.2", 1, 1);
        x = PlainLayers.relu(layers.convolveBiased(x, "regressor.conv1.0", 1, 1));
        return pool(x);
    }

    private boolean hasVit() {
        return architecture.fusion().type() != FusionType.CNN;
    }

    private double[][][] features(double[][][] image, double[][][] guide) {
        return switch (architecture.fusion().type()) {
            case DEFORMABLE -> concatenate(vit(image), reduce(deform(cnn.apply(image), guide)));
            case CONCAT -> concatenate(vit(image), reduce(cnn.apply(image)));
            case CNN -> reduce(cnn.apply(image));
            case VIT -> vit(image);
        };
    }

    private double[][][] down(double[][][] features) {
        return layers.convolveBiased(features, "regressor.down_channel", 1, 0);
    }

    private double[][][] deform(double[][][] features, double[][][] guide) {
        double[][][] large = upsampleNearest(guide, features[0].length);
        double[][][] offsets = layers.convolveBiased(large, "deform_net.conv_offset", 1, 1);
        return PublishedLayers.deform(
                features, offsets, layers.weight("deform_net.deform.weight"), layers.weight("deform_net.deform.bias"));
    }

    private double[][][] reduce(double[][][] features) {
        int ratio = features[0].length / architecture.grid();
        int first = Math.min(2, ratio);
        double[][][] x = PlainLayers.relu(layers.convolveBiased(features, "deform_net.conv1.0", first, 1));
        return layers.convolveBiased(x, "deform_net.conv1.2", ratio / first, 1);
    }

    private Output pool(double[][][] x) {
        double[][] f = layers.convolveBiased(x, "regressor.conv.0", 1, 0)[0];
        double[][] ones = PlainLayers.map(f, v -> 1);
        Pooling pooling = architecture.regressor().pooling();
        if (pooling == Pooling.SPATIAL) {
            return new Output(mean(f), f, ones);
        }
        double[][] w = PlainLayers.map(
                layers.convolveBiased(x, "regressor.conv_attent.0", 1, 0)[0], v -> 1 / (1 + Math.exp(-v)));
        double patch = mean(PlainLayers.combine(f, w, (a, b) -> a * b)) / mean(w);
        if (pooling == Pooling.PATCH) {
            return new Output(patch, f, w);
        }
        double meanWeight = mean(w);
        return new Output((patch + mean(f)) / 2, f, PlainLayers.map(w, v -> (v / meanWeight + 1) / 2));
    }

    private static double mean(double[][] plane) {
        return Arrays.stream(plane).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /** Outputs of all blocks side by side. */
    double[][][] vit(double[][][] image) {
        Architecture.Vit v = architecture.vit();
        int grid = architecture.grid();
        double[][] tokens = embed(image);
        double[][][] outputs = new double[v.depth() * v.dim()][grid][grid];
        for (int block = 0; block < v.depth(); block++) {
            String prefix = "blocks." + block + ".";
            tokens = sum(tokens, attention(normalise(tokens, "vit." + prefix + "norm1"), "vit." + prefix + "attn."));
            double[][] hidden = linear(normalise(tokens, "vit." + prefix + "norm2"), "vit." + prefix + "mlp.fc1");
            hidden = PlainLayers.map(hidden, x -> x * (1 + Erf.erf(x / Math.sqrt(2))) / 2);
            tokens = sum(tokens, linear(hidden, "vit." + prefix + "mlp.fc2"));
            for (int patch = 0; patch < grid * grid; patch++) {
                for (int c = 0; c < v.dim(); c++) {
                    outputs[block * v.dim() + c][patch / grid][patch % grid] = tokens[1 + patch][c];
                }
            }
        }
        return outputs;
    }

    private double[][] embed(double[][][] image) {
        int dim = architecture.vit().dim();
        int grid = architecture.grid();
        double[][][] patches = layers.convolveBiased(
                image, "vit.patch_embed.proj", architecture.vit().patch(), 0);
        float[] position = layers.weight("vit.pos_embed");
        float[] cls = layers.weight("vit.cls_token");
        double[][] tokens = new double[1 + grid * grid][dim];
        for (int i = 0; i < tokens.length; i++) {
            for (int c = 0; c < dim; c++) {
                double value = i == 0 ? cls[c] : patches[c][(i - 1) / grid][(i - 1) % grid];
                tokens[i][c] = value + position[i * dim + c];
            }
        }
        return tokens;
    }

    private double[][] attention(double[][] in, String prefix) {
        int dim = architecture.vit().dim();
        int heads = architecture.vit().heads();
        int width = dim / heads;
        double[][] qkv = linear(in, prefix + "qkv");
        double[][] out = new double[in.length][dim];
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < in.length; i++) {
                double[] shares = new double[in.length];
                for (int j = 0; j < in.length; j++) {
                    for (int c = head * width; c < (head + 1) * width; c++) {
                        shares[j] += qkv[i][c] * qkv[j][dim + c];
                    }
                    shares[j] = Math.exp(shares[j] / Math.sqrt(width));
                }
                double all = Arrays.stream(shares).sum();
                for (int j = 0; j < in.length; j++) {
                    for (int c = head * width; c < (head + 1) * width; c++) {
                        out[i][c] += shares[j] / all * qkv[j][2 * dim + c];
                    }
                }
            }
        }
        return linear(out, prefix + "proj");
    }

    private double[][] linear(double[][] in, String layer) {
        float[] weight = layers.weight(layer + ".weight");
        float[] bias = layers.weight(layer + ".bias");
        double[][] out = new double[in.length][bias.length];
        for (int i = 0; i < in.length; i++) {
            for (int o = 0; o < bias.length; o++) {
                out[i][o] = bias[o];
                for (int c = 0; c < in[i].length; c++) {
                    out[i][o] += (double) weight[o * in[i].length + c] * in[i][c];
                }
            }
        }
        return out;
    }

    private double[][] normalise(double[][] in, String layer) {
        float[] weight = layers.weight(layer + ".weight");
        float[] bias = layers.weight(layer + ".bias");
        double[][] out = new double[in.length][in[0].length];
        for (int i = 0; i < in.length; i++) {
            double mean = Arrays.stream(in[i]).average().orElseThrow();
            double variance = Arrays.stream(in[i])
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            for (int c = 0; c < in[i].length; c++) {
                out[i][c] = (in[i][c] - mean) / Math.sqrt(variance + VIT_EPSILON) * weight[c] + bias[c];
            }
        }
        return out;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        return PlainLayers.combine(a, b, Double::sum);
    }
}
