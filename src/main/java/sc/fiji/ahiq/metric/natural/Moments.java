/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

/**
 * Moments of a sample as NRQM takes them.
 *
 * @param mean of the values
 * @param variance of the values, with n - 1 below
 * @param deviation mean distance from the mean
 */
record Moments(double mean, double variance, double deviation) {

    private static final double EPSILON = 1e-7;
    private static final ShapeGrid SHAPES = new ShapeGrid(0.03, 9971);

    static Moments of(double[]... parts) {
        long count = 0;
        double sum = 0;
        for (double[] part : parts) {
            count += part.length;
            for (double value : part) {
                sum += value;
            }
        }
        double mean = sum / count;
        double squares = 0;
        double absolute = 0;
        for (double[] part : parts) {
            for (double value : part) {
                squares += (value - mean) * (value - mean);
                absolute += Math.abs(value - mean);
            }
        }
        return new Moments(mean, squares / (count - 1), absolute / count);
    }

    /** Shape of the generalised Gaussian distribution with these moments, 0.03 to 10. */
    double shape() {
        return SHAPES.ofRatio(variance / (deviation * deviation + EPSILON));
    }

    /** Standard deviation over the mean, to which {@code epsilon} is added. */
    double variation(double epsilon) {
        return Math.sqrt(variance) / (mean + epsilon);
    }
}
