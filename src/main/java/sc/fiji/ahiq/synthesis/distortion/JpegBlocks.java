/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What JPEG compression does to a plane of 8 bits: the cosine transform of every block of 8 x 8 pixels is rounded to
 * multiples of a table. Tables and their scale by quality are those of ITU-T T.81, annex K.1, and of the libjpeg
 * library. Immutable and thread safe.
 */
public final class JpegBlocks {

    private static final int N = 8;
    private static final int MIDDLE = 128;
    private static final double[][] BASIS = basis();

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

    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, //
        18, 21, 26, 66, 99, 99, 99, 99, //
        24, 26, 56, 99, 99, 99, 99, 99, //
        47, 66, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private final int[] steps;

    private JpegBlocks(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        steps = new int[table.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
    }

    private static double[][] basis() {
        double[][] basis = new double[N][N];
        for (int frequency = 0; frequency < N; frequency++) {
            double scale = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / N);
            for (int i = 0; i < N; i++) {
                basis[frequency][i] = scale * StrictMath.cos(Math.PI * (2 * i + 1) * frequency / (2 * N));
            }
        }
        return basis;
    }

    /**
     * For grey images and luma.
     *
     * @param quality 1 to 100
     */
    public static JpegBlocks luminance(int quality) {
        return new JpegBlocks(LUMINANCE, quality);
    }

    /** For colour differences. */
    static JpegBlocks chrominance(int quality) {
        return new JpegBlocks(CHROMINANCE, quality);
    }

    /**
     * The plane after compression and decompression, of the same size, in whole numbers of 0..255.
     *
     * @param plane values of 0..255
     */
    public Plane compress(Plane plane) {
        int right = Math.floorMod(-plane.width(), N);
        int bottom = Math.floorMod(-plane.height(), N);
        Plane whole = LinearFilter.padded(plane, 0, 0, right, bottom, Border.REPLICATE);
        for (int top = 0; top < whole.height(); top += N) {
            for (int left = 0; left < whole.width(); left += N) {
                compress(whole, left, top);
            }
        }
        return whole.crop(0, 0, plane.width(), plane.height());
    }

    private void compress(Plane plane, int left, int top) {
        double[] block = new double[N * N];
        for (int i = 0; i < block.length; i++) {
            block[i] = plane.at(left + i % N, top + i / N) - MIDDLE;
        }
        double[] frequencies = toFrequencies(toFrequencies(block));
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = steps[i] * Math.rint(frequencies[i] / steps[i]);
        }
        double[] restored = fromFrequencies(fromFrequencies(frequencies));
        for (int i = 0; i < block.length; i++) {
            plane.values()[(top + i / N) * plane.width() + left + i % N] =
                    Math.max(0, Math.min(255, Math.rint(restored[i] + MIDDLE)));
        }
    }

    /** Of the columns; the result is transposed, so that doing this twice treats both and brings rows back to rows. */
    private static double[] toFrequencies(double[] block) {
        double[] result = new double[N * N];
        for (int x = 0; x < N; x++) {
            for (int frequency = 0; frequency < N; frequency++) {
                double sum = 0;
                for (int y = 0; y < N; y++) {
                    sum += BASIS[frequency][y] * block[y * N + x];
                }
                result[x * N + frequency] = sum;
            }
        }
        return result;
    }

    private static double[] fromFrequencies(double[] block) {
        double[] result = new double[N * N];
        for (int x = 0; x < N; x++) {
            for (int y = 0; y < N; y++) {
                double sum = 0;
                for (int frequency = 0; frequency < N; frequency++) {
                    sum += BASIS[frequency][y] * block[frequency * N + x];
                }
                result[x * N + y] = sum;
            }
        }
        return result;
    }
}
