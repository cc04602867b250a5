/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import org.apache.commons.math3.special.Gamma;

/**
 * Shapes of generalised Gaussian distributions by moment matching (Sharifi and Leon-Garcia 1995; Lasmar et al. 2009):
 * the first of the grid 0.2, 0.201, .. 10 whose ratio of moments is nearest.
 *
 * @param alpha the shape
 * @param left root mean square of the negative values; NaN if there are none
 * @param right root mean square of the positive values; NaN if there are none
 */
record GaussianFit(double alpha, double left, double right) {

    private static final ShapeGrid SHAPES = new ShapeGrid(0.2, 9801);

    /** An asymmetric one. */
    static GaussianFit asymmetric(double[] values) {
        double negative = 0;
        double positive = 0;
        double absolute = 0;
        int negatives = 0;
        int positives = 0;
        for (double value : values) {
            absolute += Math.abs(value);
            if (value < 0) {
                negative += value * value;
                negatives++;
            } else if (value > 0) {
                positive += value * value;
                positives++;
            }
        }
        double left = Math.sqrt(negative / negatives);
        double right = Math.sqrt(positive / positives);
        double g = left / right;
        double mean = absolute / values.length;
        double ratio = mean * mean / ((negative + positive) / values.length);
        double square = g * g + 1;
        double normalised = ratio * (g * g * g + 1) * (g + 1) / (square * square);
        return new GaussianFit(SHAPES.ofInverse(normalised), left, right);
    }

    /** The shape of a symmetric one. */
    static double symmetricShape(double meanSquare, double meanAbsolute) {
        return SHAPES.ofRatio(meanSquare / (meanAbsolute * meanAbsolute));
    }

    /** Scale of the side with this root mean square. */
    private double scale(double side) {
        return side * Math.sqrt(Gamma.gamma(1 / alpha) / Gamma.gamma(3 / alpha));
    }

    double leftScale() {
        return scale(left);
    }

    double rightScale() {
        return scale(right);
    }

    double mean() {
        return (rightScale() - leftScale()) * Gamma.gamma(2 / alpha) / Gamma.gamma(1 / alpha);
    }
}
