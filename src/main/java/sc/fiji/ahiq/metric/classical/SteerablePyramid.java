/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * The horizontal and vertical bands of Simoncelli and Freeman's steerable pyramid with six orientations, in space, with
 * the published taps "sp5" and reflected borders. Up to their sign, which metrics on variances do not see.
 */
final class SteerablePyramid {

    /** First low pass, a quarter of its taps: it is symmetric in both directions. */
    private static final double[][] FIRST_LOW_PASS = {
        {0.00341614, -0.01551246, -0.03848215},
        {-0.01551246, 0.05586982, 0.15925570},
        {-0.03848215, 0.15925570, 0.40304148},
    };

    /** Low pass before each halving, over 2, a quarter of its taps. */
    private static final double[][] LOW_PASS = {
        {0.00085404, -0.00244917, -0.00387812, -0.00944432, -0.00962054},
        {-0.00244917, -0.00523281, -0.00661117, 0.00410600, 0.01002988},
        {-0.00387812, -0.00661117, 0.01396746, 0.03277038, 0.03981393},
        {-0.00944432, 0.00410600, 0.03277038, 0.06426333, 0.08169618},
        {-0.00962054, 0.01002988, 0.03981393, 0.08169618, 0.10096540},
    };

    /** Band pass, a quarter of its taps: symmetric from left to right, antisymmetric from top to bottom. */
    private static final double[][] BAND_PASS = {
        {0.00277643, 0.00496194, 0.01026699, 0.01455399},
        {-0.00986904, -0.00893064, 0.01189859, 0.02755155},
        {-0.01021852, -0.03075356, -0.08226445, -0.11732297},
        {0, 0, 0, 0},
    };

    private SteerablePyramid() {}

    /** One level's two bands. */
    public record Level(Plane horizontal, Plane vertical) {}

    /** Levels from fine to coarse, each half as large as the one before, rounded up. */
    public static List<Level> of(Plane plane, int levels) {
        Kernel lowPass = unfolded(LOW_PASS, 2, 1);
        Kernel bandPass = unfolded(BAND_PASS, 1, -1);
        List<Level> pyramid = new ArrayList<>();
        Plane low = LinearFilter.same(plane, unfolded(FIRST_LOW_PASS, 1, 1), Border.REFLECT);
        for (int level = 0; level < levels; level++) {
            pyramid.add(new Level(
                    LinearFilter.same(low, bandPass, Border.REFLECT),
                    LinearFilter.same(low, bandPass.transposed(), Border.REFLECT)));
            low = LinearFilter.same(low, lowPass, Border.REFLECT).decimate(2);
        }
        return pyramid;
    }

    private static Kernel unfolded(double[][] quarter, double gain, int lowerSign) {
        int half = quarter.length - 1;
        int size = 2 * half + 1;
        double[] taps = new double[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double tap = quarter[half - Math.abs(y - half)][half - Math.abs(x - half)];
                taps[y * size + x] = gain * (y > half ? lowerSign : 1) * tap;
            }
        }
        return new Kernel(size, size, taps);
    }
}
