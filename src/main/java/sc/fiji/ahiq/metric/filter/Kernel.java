/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/**
 * Taps of a two-dimensional filter, row by row. Its centre is the tap ({@code (width - 1) / 2},
 * {@code (height - 1) / 2}).
 *
 * @param width columns
 * @param height rows
 * @param taps {@code width * height} numbers
 */
public record Kernel(int width, int height, double[] taps) {

    /** @throws IllegalArgumentException if the number of taps does not fit the size */
    public Kernel {
        if (width * height != taps.length) {
            throw new IllegalArgumentException(
                    "Not a kernel of " + width + " x " + height + ": " + taps.length + " taps");
        }
    }

    /** A square kernel with these taps, each divided by {@code divisor}. */
    public static Kernel square(int size, double divisor, double... taps) {
        double[] scaled = new double[taps.length];
        for (int i = 0; i < taps.length; i++) {
            scaled[i] = taps[i] / divisor;
        }
        return new Kernel(size, size, scaled);
    }

    /** The kernel mirrored at its diagonal. */
    public Kernel transposed() {
        return new Kernel(
                height, width, new Plane(width, height, taps).transposed().values());
    }

    /** The kernel turned by 180 degrees, which makes a correlation a convolution. */
    public Kernel turned() {
        double[] turned = new double[taps.length];
        for (int i = 0; i < taps.length; i++) {
            turned[i] = taps[taps.length - 1 - i];
        }
        return new Kernel(width, height, turned);
    }
}
