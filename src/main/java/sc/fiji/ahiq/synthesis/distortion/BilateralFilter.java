/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Means of near pixels of similar colour (C. Tomasi, R. Manduchi, Bilateral filtering for gray and color images, ICCV
 * 1998). The weights are normal in the distance, and in the mean absolute difference of the samples. The border is
 * mirrored.
 */
final class BilateralFilter {

    private static final int RADIUS = 5;
    private static final double SIGMA_PIXELS = 2.2;
    private static final double SIGMA_PER_NOISE = 2.5;

    private final int planes;
    private final double[] near;
    private final double[] similar;

    private BilateralFilter(int planes, double sigma) {
        this.planes = planes;
        near = bell(RADIUS * RADIUS * 2 + 1, i -> i / (2 * SIGMA_PIXELS * SIGMA_PIXELS));
        double range = planes * SIGMA_PER_NOISE * sigma;
        similar = bell(255 * planes + 1, i -> i * (double) i / (2 * range * range));
    }

    private static double[] bell(int length, IntToDoubleFunction exponent) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = StrictMath.exp(-exponent.applyAsDouble(i));
        }
        return values;
    }

    static List<Plane> denoised(List<Plane> planes, double sigma) {
        return new BilateralFilter(planes.size(), sigma).filtered(planes);
    }

    private List<Plane> filtered(List<Plane> noisy) {
        int width = noisy.get(0).width();
        int height = noisy.get(0).height();
        int stride = width + 2 * RADIUS;
        int[][] samples = new int[planes][];
        List<Plane> result = new ArrayList<>();
        for (int p = 0; p < planes; p++) {
            samples[p] = integers(LinearFilter.padded(noisy.get(p), RADIUS, RADIUS, RADIUS, RADIUS, Border.SYMMETRIC));
            result.add(Plane.zeros(width, height));
        }
        double[] sums = new double[planes];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double total = sum(samples, (y + RADIUS) * stride + x + RADIUS, stride, sums);
                for (int p = 0; p < planes; p++) {
                    result.get(p).values()[y * width + x] = sums[p] / total;
                }
            }
        }
        return result;
    }

    /** Sums the window around a sample into {@code sums} and returns the sum of the weights. */
    private double sum(int[][] samples, int centre, int stride, double[] sums) {
        Arrays.fill(sums, 0);
        double total = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                int other = centre + dy * stride + dx;
                int difference = 0;
                for (int[] plane : samples) {
                    difference += Math.abs(plane[other] - plane[centre]);
                }
                double weight = near[dx * dx + dy * dy] * similar[difference];
                total += weight;
                for (int p = 0; p < sums.length; p++) {
                    sums[p] += weight * samples[p][other];
                }
            }
        }
        return total;
    }

    private static int[] integers(Plane plane) {
        int[] result = new int[plane.area()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) plane.values()[i];
        }
        return result;
    }
}
