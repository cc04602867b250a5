/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.function.DoubleBinaryOperator;

/**
 * Frequencies of a {@link Spectrum}'s places, zero frequency first. Along an even axis of n they are k / n cycles per
 * pixel from -1/2; along an odd one k / (n - 1), from -1/2 to 1/2, as in P. Kovesi's filters.
 */
public final class FrequencyGrid {

    private final double[] horizontal;
    private final double[] vertical;

    private FrequencyGrid(double[] horizontal, double[] vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    public static FrequencyGrid of(int width, int height) {
        return new FrequencyGrid(axis(width), axis(height));
    }

    private static double[] axis(int length) {
        double[] frequencies = new double[length];
        double divisor = divisor(length);
        for (int i = 0; i < length; i++) {
            int k = i < (length + 1) / 2 ? i : i - length;
            frequencies[i] = k / divisor;
        }
        return frequencies;
    }

    /** What frequencies are counted in: of an odd length one less, as the metrics' authors have it. */
    public static double divisor(int length) {
        return Math.max(1, length % 2 == 0 ? length : length - 1);
    }

    /** Distance from the zero frequency, in cycles per pixel. */
    public Plane radius() {
        return plane((x, y) -> Math.sqrt(x * x + y * y));
    }

    /** The angle of a frequency, anticlockwise from the x axis, in radians. */
    public Plane angle() {
        return plane((x, y) -> Math.atan2(-y, x));
    }

    private Plane plane(DoubleBinaryOperator f) {
        Plane plane = Plane.zeros(horizontal.length, vertical.length);
        for (int y = 0; y < vertical.length; y++) {
            for (int x = 0; x < horizontal.length; x++) {
                plane.values()[y * horizontal.length + x] = f.applyAsDouble(horizontal[x], vertical[y]);
            }
        }
        return plane;
    }
}
