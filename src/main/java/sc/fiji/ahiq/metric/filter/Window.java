/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.Arrays;

/** Taps of one-dimensional windows of sum 1, applied along both axes. */
public final class Window {

    private Window() {}

    /**
     * A Gaussian sampled at {@code size} points around its centre, which lies between two points if the size is even.
     */
    public static double[] gaussian(int size, double sigma) {
        double[] taps = new double[size];
        for (int i = 0; i < size; i++) {
            double distance = i - (size - 1) / 2.0;
            taps[i] = StrictMath.exp(-distance * distance / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(taps).sum();
        Arrays.setAll(taps, i -> taps[i] / sum);
        return taps;
    }

    public static double[] box(int size) {
        double[] taps = new double[size];
        Arrays.fill(taps, 1.0 / size);
        return taps;
    }
}
