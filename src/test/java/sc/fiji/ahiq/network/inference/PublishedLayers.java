/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Arrays;

/**
 * The published layers of fusion and regressor, slowly and in double, straight from their definitions: convolution,
 * deformable convolution as in torchvision's {@code DeformConv2d}, nearest upsampling. Features are
 * {@code [channel][row][column]}.
 */
final class PublishedLayers {

    private PublishedLayers() {}

    /** Channels-last values of one image as {@code [channel][row][column]}. */
    static double[][][] channelsFirst(float[] values, int size, int channels) {
        double[][][] features = new double[channels][size][size];
        for (int i = 0; i < values.length; i++) {
            features[i % channels][i / channels / size][i / channels % size] = values[i];
        }
        return features;
    }

    static float[] channelsLast(double[][][] features) {
        int size = features[0].length;
        float[] values = new float[features.length * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) features[i % features.length][i / features.length / size][i / features.length % size];
        }
        return values;
    }

    static double[][][] concatenate(double[][][]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(double[][][]::new);
    }

    static double[][][] subtract(double[][][] a, double[][][] b) {
        double[][][] difference = new double[a.length][a[0].length][a[0].length];
        for (int c = 0; c < a.length; c++) {
            for (int y = 0; y < a[0].length; y++) {
                for (int x = 0; x < a[0].length; x++) {
                    difference[c][y][x] = a[c][y][x] - b[c][y][x];
                }
            }
        }
        return difference;
    }

    static double[][][] relu(double[][][] features) {
        double[][][] positive = new double[features.length][features[0].length][features[0].length];
        for (int c = 0; c < features.length; c++) {
            for (int y = 0; y < features[0].length; y++) {
                for (int x = 0; x < features[0].length; x++) {
                    positive[c][y][x] = Math.max(0, features[c][y][x]);
                }
            }
        }
        return positive;
    }

    static double[][][] upsampleNearest(double[][][] features, int size) {
        double[][][] upsampled = new double[features.length][size][size];
        int scale = size / features[0].length;
        for (int c = 0; c < features.length; c++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    upsampled[c][y][x] = features[c][y / scale][x / scale];
                }
            }
        }
        return upsampled;
    }

    /**
     * @param weight (out, in, kernel, kernel)
     * @param kernel 1 or 3, with zero padding that keeps the size at stride 1
     */
    static double[][][] convolve(double[][][] in, float[] weight, float[] bias, int kernel, int stride) {
        int size = in[0].length;
        double[][][] out = new double[bias.length][size / stride][size / stride];
        for (int o = 0; o < out.length; o++) {
            for (int y = 0; y < size / stride; y++) {
                for (int x = 0; x < size / stride; x++) {
                    out[o][y][x] = bias[o];
                    for (int c = 0; c < in.length; c++) {
                        for (int tap = 0; tap < kernel * kernel; tap++) {
                            int row = y * stride + tap / kernel - kernel / 2;
                            int column = x * stride + tap % kernel - kernel / 2;
                            out[o][y][x] +=
                                    weight[(o * in.length + c) * kernel * kernel + tap] * pixel(in[c], row, column);
                        }
                    }
                }
            }
        }
        return out;
    }

    /** Deformable convolution v1, 3 x 3, stride 1: {@code offsets} has channels (dy, dx) of tap 0, of tap 1, ... */
    static double[][][] deform(double[][][] in, double[][][] offsets, float[] weight, float[] bias) {
        int size = in[0].length;
        double[][][] out = new double[bias.length][size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                for (int o = 0; o < out.length; o++) {
                    out[o][y][x] = bias[o];
                }
                for (int tap = 0; tap < 9; tap++) {
                    double row = y + tap / 3 - 1 + offsets[2 * tap][y][x];
                    double column = x + tap % 3 - 1 + offsets[2 * tap + 1][y][x];
                    for (int c = 0; c < in.length; c++) {
                        double sample = bilinear(in[c], row, column);
                        for (int o = 0; o < out.length; o++) {
                            out[o][y][x] += weight[(o * in.length + c) * 9 + tap] * sample;
                        }
                    }
                }
            }
        }
        return out;
    }

    private static double bilinear(double[][] plane, double row, double column) {
        int y = (int) Math.floor(row);
        int x = (int) Math.floor(column);
        double dy = row - y;
        double dx = column - x;
        return (1 - dy) * ((1 - dx) * pixel(plane, y, x) + dx * pixel(plane, y, x + 1))
                + dy * ((1 - dx) * pixel(plane, y + 1, x) + dx * pixel(plane, y + 1, x + 1));
    }

    private static double pixel(double[][] plane, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < plane.length && column < plane.length;
        return inside ? plane[row][column] : 0;
    }
}
