/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Layers of convolutional networks, slowly and in double, straight from their definitions. Features are
 * {@code [channel][row][column]}.
 */
final class PlainLayers {

    private final Function<String, float[]> weights;

    /** @param weights tensor by its name */
    PlainLayers(Function<String, float[]> weights) {
        this.weights = weights;
    }

    float[] weight(String name) {
        return weights.apply(name);
    }

    /** A convolution without bias of any odd kernel, whose size follows from the weights. */
    double[][][] convolve(double[][][] in, String layer, int stride, int padding, int outChannels) {
        float[] weight = weight(layer + ".weight");
        int kernel = (int) Math.round(Math.sqrt((double) weight.length / outChannels / in.length));
        int height = (in[0].length + 2 * padding - kernel) / stride + 1;
        int width = (in[0][0].length + 2 * padding - kernel) / stride + 1;
        double[][][] out = new double[outChannels][height][width];
        for (int o = 0; o < outChannels; o++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    for (int c = 0; c < in.length; c++) {
                        for (int tap = 0; tap < kernel * kernel; tap++) {
                            int row = y * stride + tap / kernel - padding;
                            int column = x * stride + tap % kernel - padding;
                            if (row >= 0 && column >= 0 && row < in[c].length && column < in[c][0].length) {
                                sum += (double) weight[(o * in.length + c) * kernel * kernel + tap]
                                        * in[c][row][column];
                            }
                        }
                    }
                    out[o][y][x] = sum;
                }
            }
        }
        return out;
    }

    /** The same with a bias. */
    double[][][] convolveBiased(double[][][] in, String layer, int stride, int padding) {
        float[] bias = weight(layer + ".bias");
        double[][][] out = convolve(in, layer, stride, padding, bias.length);
        for (int c = 0; c < out.length; c++) {
            double shift = bias[c];
            out[c] = map(out[c], value -> value + shift);
        }
        return out;
    }

    /** A convolution and its batch norm with running statistics. */
    double[][][] convolveNormalised(
            double[][][] in, String convolution, String norm, int stride, int padding, double epsilon) {
        float[] gamma = weight(norm + ".weight");
        float[] beta = weight(norm + ".bias");
        float[] mean = weight(norm + ".running_mean");
        float[] variance = weight(norm + ".running_var");
        double[][][] out = convolve(in, convolution, stride, padding, gamma.length);
        for (int c = 0; c < out.length; c++) {
            int channel = c;
            double deviation = Math.sqrt(variance[c] + epsilon);
            out[c] = map(out[c], value -> (value - mean[channel]) / deviation * gamma[channel] + beta[channel]);
        }
        return out;
    }

    static double[][] map(double[][] plane, DoubleUnaryOperator function) {
        return Arrays.stream(plane)
                .map(row -> Arrays.stream(row).map(function).toArray())
                .toArray(double[][]::new);
    }

    static double[][] combine(double[][] a, double[][] b, DoubleBinaryOperator function) {
        double[][] result = new double[a.length][a[0].length];
        for (int y = 0; y < a.length; y++) {
            for (int x = 0; x < a[0].length; x++) {
                result[y][x] = function.applyAsDouble(a[y][x], b[y][x]);
            }
        }
        return result;
    }

    static double[][][] relu(double[][][] in) {
        return Arrays.stream(in).map(plane -> map(plane, v -> Math.max(0, v))).toArray(double[][][]::new);
    }

    static double[][][] add(double[][][] a, double[][][] b) {
        double[][][] sum = new double[a.length][][];
        Arrays.setAll(sum, c -> combine(a[c], b[c], Double::sum));
        return sum;
    }

    /** Resampled to a square of this size; corners of pixels, not their centres, are at the same place. */
    static double[][][] bilinear(double[][][] in, int size) {
        double scale = (double) in[0].length / size;
        int last = in[0].length - 1;
        double[][][] out = new double[in.length][size][size];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    double row = Math.max(0, (y + 0.5) * scale - 0.5);
                    double column = Math.max(0, (x + 0.5) * scale - 0.5);
                    int top = (int) row;
                    int left = (int) column;
                    int bottom = Math.min(top + 1, last);
                    int right = Math.min(left + 1, last);
                    double up = in[c][top][left] * (left + 1 - column) + in[c][top][right] * (column - left);
                    double down = in[c][bottom][left] * (left + 1 - column) + in[c][bottom][right] * (column - left);
                    out[c][y][x] = up * (top + 1 - row) + down * (row - top);
                }
            }
        }
        return out;
    }

    /** Of 3 x 3 values with stride 2; what lies outside does not count. */
    static double[][][] maxPool(double[][][] in, int padding) {
        int size = (in[0].length + 2 * padding - 3) / 2 + 1;
        double[][][] out = new double[in.length][size][size];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    double most = Double.NEGATIVE_INFINITY;
                    for (int row = 2 * y - padding; row < 2 * y - padding + 3; row++) {
                        for (int column = 2 * x - padding; column < 2 * x - padding + 3; column++) {
                            if (row >= 0 && column >= 0 && row < in[c].length && column < in[c].length) {
                                most = Math.max(most, in[c][row][column]);
                            }
                        }
                    }
                    out[c][y][x] = most;
                }
            }
        }
        return out;
    }
}
