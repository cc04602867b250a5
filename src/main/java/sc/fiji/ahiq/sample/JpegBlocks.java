/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.sample;

/**
 * What JPEG compression does to a grey picture of 8 bits: the cosine transform of every block of 8 x 8 pixels is rounded to
 * multiples of a table. Table and scale by quality are those of ITU-T T.81, annex K.1, and of the libjpeg library.
 */
final class JpegBlocks {

    private static final int N = 8;
    private static final int MIDDLE = 128;
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    private final double[][] basis = new double[N][N];
    private final int[] steps = new int[N * N];

    /** @param quality 1 to 49 */
    JpegBlocks(int quality) {
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(1, Math.min(255, (LUMINANCE[i] * (5000 / quality) + 50) / 100));
        }
        for (int frequency = 0; frequency < N; frequency++) {
            double scale = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / N);
            for (int i = 0; i < N; i++) {
                basis[frequency][i] = scale * StrictMath.cos(Math.PI * (2 * i + 1) * frequency / (2 * N));
            }
        }
    }

    /** @param plane values of 0 to 255; width and height are multiples of 8 */
    Plane compress(Plane plane) {
        Plane result = new Plane(plane.width(), plane.height());
        for (int top = 0; top < plane.height(); top += N) {
            for (int left = 0; left < plane.width(); left += N) {
                double[] block = new double[N * N];
                for (int i = 0; i < block.length; i++) {
                    block[i] = plane.get(left + i % N, top + i / N) - MIDDLE;
                }
                double[] restored = fromFrequencies(quantised(toFrequencies(block)));
                for (int i = 0; i < block.length; i++) {
                    result.set(left + i % N, top + i / N, Math.max(0, Math.min(255, Math.rint(restored[i] + MIDDLE))));
                }
            }
        }
        return result;
    }

    private double[] quantised(double[] frequencies) {
        double[] result = new double[frequencies.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = steps[i] * Math.rint(frequencies[i] / steps[i]);
        }
        return result;
    }

    private double[] toFrequencies(double[] block) {
        double[] result = new double[N * N];
        for (int v = 0; v < N; v++) {
            for (int u = 0; u < N; u++) {
                for (int i = 0; i < block.length; i++) {
                    result[v * N + u] += basis[v][i / N] * basis[u][i % N] * block[i];
                }
            }
        }
        return result;
    }

    private double[] fromFrequencies(double[] frequencies) {
        double[] result = new double[N * N];
        for (int i = 0; i < result.length; i++) {
            for (int v = 0; v < N; v++) {
                for (int u = 0; u < N; u++) {
                    result[i] += basis[v][i / N] * basis[u][i % N] * frequencies[v * N + u];
                }
            }
        }
        return result;
    }
}
