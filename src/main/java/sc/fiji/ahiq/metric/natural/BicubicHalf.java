/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;

/** An image of half the size, as MATLAB's {@code imresize} makes it: bicubic with antialiasing, the border mirrored. */
final class BicubicHalf {

    private static final double[] TAPS = {-3, -9, 29, 111, 111, 29, -9, -3};
    private static final double SUM = 256;
    private static final int BEFORE = 3;

    private BicubicHalf() {}

    static Plane of(Plane image) {
        return columns(rows(image));
    }

    private static Plane rows(Plane image) {
        int width = (image.width() + 1) / 2;
        double[] out = new double[width * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int tap = 0; tap < TAPS.length; tap++) {
                    int from = mirrored(2 * x - BEFORE + tap, image.width());
                    sum += TAPS[tap] / SUM * image.values()[y * image.width() + from];
                }
                out[y * width + x] = sum;
            }
        }
        return new Plane(width, image.height(), out);
    }

    private static Plane columns(Plane image) {
        int height = (image.height() + 1) / 2;
        double[] out = new double[image.width() * height];
        for (int y = 0; y < height; y++) {
            for (int tap = 0; tap < TAPS.length; tap++) {
                int from = mirrored(2 * y - BEFORE + tap, image.height()) * image.width();
                for (int x = 0; x < image.width(); x++) {
                    out[y * image.width() + x] += TAPS[tap] / SUM * image.values()[from + x];
                }
            }
        }
        return new Plane(image.width(), height, out);
    }

    /** The edge is repeated. */
    private static int mirrored(int at, int length) {
        int phase = Math.floorMod(at, 2 * length);
        return Math.min(phase, 2 * length - 1 - phase);
    }
}
