/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Mean-subtracted contrast-normalised values (Ruderman 1994): (y - mu) / (sigma + 1) with the local mean and deviation
 * by a Gaussian of 7 x 7 pixels, sigma 7/6.
 *
 * @param float32 whether the weights of the Gaussian are rounded to 32 bits, so that their sum is not quite 1
 * @param epsilon added to the variance
 * @param replicated whether the border is repeated beyond the image, or there is zero
 */
record Contrast(boolean float32, double epsilon, boolean replicated) {

    static final double DOUBLE_EPSILON = Math.ulp(1.0);
    private static final int RADIUS = 3;
    private static final double SIGMA = 7.0 / 6;

    Plane normalised(Plane luminance) {
        Plane mean = smoothed(luminance);
        Plane squares = smoothed(luminance.map(y -> y * y));
        double[] values = new double[luminance.area()];
        for (int i = 0; i < values.length; i++) {
            double mu = mean.values()[i];
            double sigma = Math.sqrt(Math.abs(squares.values()[i] - mu * mu) + epsilon);
            values[i] = (luminance.values()[i] - mu) / (sigma + 1);
        }
        return new Plane(luminance.width(), luminance.height(), values);
    }

    /** The local deviation. */
    Plane deviation(Plane luminance) {
        Plane squares = smoothed(luminance.map(y -> y * y));
        return smoothed(luminance).zip(squares, (mean, square) -> Math.sqrt(Math.abs(square - mean * mean) + epsilon));
    }

    private Plane smoothed(Plane y) {
        double[] kernel = kernel();
        int width = y.width();
        int height = y.height();
        double[] out = new double[y.area()];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                out[row * width + column] = sum(y, kernel, row, column);
            }
        }
        return new Plane(width, height, out);
    }

    private double sum(Plane y, double[] kernel, int row, int column) {
        double sum = 0;
        int next = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            int at = row + dy;
            boolean outside = at < 0 || at >= y.height();
            int from = Math.max(0, Math.min(y.height() - 1, at)) * y.width();
            for (int dx = -RADIUS; dx <= RADIUS; dx++, next++) {
                int x = column + dx;
                if (replicated) {
                    sum += kernel[next] * y.values()[from + Math.max(0, Math.min(y.width() - 1, x))];
                } else if (!outside && x >= 0 && x < y.width()) {
                    sum += kernel[next] * y.values()[from + x];
                }
            }
        }
        return sum;
    }

    private double[] kernel() {
        int size = 2 * RADIUS + 1;
        double[] kernel = new double[size * size];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            int dy = i / size - RADIUS;
            int dx = i % size - RADIUS;
            kernel[i] = Math.exp(-(dy * dy + dx * dx) / (2 * SIGMA * SIGMA));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = float32 ? (float) (kernel[i] / sum) : kernel[i] / sum;
        }
        return kernel;
    }
}
