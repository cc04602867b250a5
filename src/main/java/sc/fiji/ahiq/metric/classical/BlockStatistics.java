/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/**
 * Moments of overlapping square blocks that lie fully inside a plane, one value per block.
 *
 * @param mean of each block
 * @param deviation standard deviation, over the number of samples
 * @param skewness third standardised moment, 0 for a constant block
 * @param kurtosis fourth standardised moment less 3, -3 for a constant block
 */
record BlockStatistics(Plane mean, Plane deviation, Plane skewness, Plane kurtosis) {

    private static final double NO_VARIANCE = 1e-12;

    /** Blocks of {@code size} x {@code size} samples, {@code step} apart. */
    static BlockStatistics of(Plane plane, int size, int step) {
        int width = (plane.width() - size) / step + 1;
        int height = (plane.height() - size) / step + 1;
        BlockStatistics statistics = new BlockStatistics(
                Plane.zeros(width, height),
                Plane.zeros(width, height),
                Plane.zeros(width, height),
                Plane.zeros(width, height));
        Rows.forEach(height, plane.width() * size, y -> {
            for (int x = 0; x < width; x++) {
                statistics.set(y * width + x, plane, x * step, y * step, size);
            }
        });
        return statistics;
    }

    private void set(int index, Plane plane, int left, int top, int size) {
        double sum = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                sum += plane.at(x, y);
            }
        }
        double count = size * size;
        double centre = sum / count;
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                double difference = plane.at(x, y) - centre;
                double square = difference * difference;
                squares += square;
                cubes += square * difference;
                fourths += square * square;
            }
        }
        double sigma = Math.sqrt(squares / count + NO_VARIANCE);
        mean.values()[index] = centre;
        deviation.values()[index] = sigma;
        skewness.values()[index] = cubes / count / (sigma * sigma * sigma);
        kurtosis.values()[index] = fourths / count / (sigma * sigma * sigma * sigma) - 3;
    }
}
