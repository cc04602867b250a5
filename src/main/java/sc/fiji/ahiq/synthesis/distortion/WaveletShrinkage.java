/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Soft thresholding of wavelet coefficients (D. Donoho, De-noising by soft-thresholding, IEEE Trans. Inf. Theory 41,
 * 1995). The wavelet is the biorthogonal 9/7 of A. Cohen, I. Daubechies and J.-C. Feauveau, in the lifting steps of I.
 * Daubechies and W. Sweldens, Factoring wavelet transforms into lifting steps, J. Fourier Anal. Appl. 4, 1998, section
 * 7.7; the border is mirrored.
 */
final class WaveletShrinkage {

    private static final double[] LIFTING = {-1.586134342, -0.05298011854, 0.8829110762, 0.4435068522};
    private static final double SCALE = 1.149604398;
    private static final int LEVELS = 4;
    private static final double THRESHOLD_PER_NOISE = 1.5;

    private WaveletShrinkage() {}

    static List<Plane> denoised(List<Plane> planes, double sigma) {
        return planes.stream()
                .map(plane -> shrunk(plane, THRESHOLD_PER_NOISE * sigma))
                .toList();
    }

    /** The plane whose coefficients, those of the coarsest scale apart, are nearer to zero by the threshold. */
    static Plane shrunk(Plane plane, double threshold) {
        if (Math.min(plane.width(), plane.height()) < 1 << LEVELS) {
            throw new IllegalArgumentException("Too small: " + plane.width() + " x " + plane.height());
        }
        return atScale(plane, threshold, LEVELS);
    }

    private static Plane atScale(Plane plane, double threshold, int levels) {
        if (levels == 0) {
            return plane;
        }
        Plane coefficients = analysed(analysed(plane).transposed()).transposed();
        int width = (plane.width() + 1) / 2;
        int height = (plane.height() + 1) / 2;
        Plane coarse = atScale(coefficients.crop(0, 0, width, height), threshold, levels - 1);
        Plane shrunk = coefficients.map(c -> Math.copySign(Math.max(0, Math.abs(c) - threshold), c));
        for (int y = 0; y < height; y++) {
            System.arraycopy(coarse.values(), y * width, shrunk.values(), y * plane.width(), width);
        }
        return synthesised(synthesised(shrunk.transposed()).transposed());
    }

    /** Every row becomes its low half followed by its high half. */
    private static Plane analysed(Plane plane) {
        Plane result = Plane.zeros(plane.width(), plane.height());
        int lows = (plane.width() + 1) / 2;
        double[] row = new double[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(plane.values(), y * row.length, row, 0, row.length);
            for (int step = 0; step < LIFTING.length; step++) {
                lift(row, (step + 1) % 2, LIFTING[step]);
            }
            for (int x = 0; x < row.length; x++) {
                int place = x % 2 == 0 ? x / 2 : lows + x / 2;
                result.values()[y * row.length + place] = x % 2 == 0 ? row[x] * SCALE : row[x] / SCALE;
            }
        }
        return result;
    }

    private static Plane synthesised(Plane plane) {
        Plane result = Plane.zeros(plane.width(), plane.height());
        int lows = (plane.width() + 1) / 2;
        double[] row = new double[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                double value = plane.at(x % 2 == 0 ? x / 2 : lows + x / 2, y);
                row[x] = x % 2 == 0 ? value / SCALE : value * SCALE;
            }
            for (int step = LIFTING.length - 1; step >= 0; step--) {
                lift(row, (step + 1) % 2, -LIFTING[step]);
            }
            System.arraycopy(row, 0, result.values(), y * row.length, row.length);
        }
        return result;
    }

    /** Adds to every second value, from {@code first}, a multiple of the sum of its neighbours. */
    private static void lift(double[] row, int first, double factor) {
        for (int x = first; x < row.length; x += 2) {
            double left = row[x > 0 ? x - 1 : 1];
            double right = row[x < row.length - 1 ? x + 1 : row.length - 2];
            row[x] += factor * (left + right);
        }
    }
}
