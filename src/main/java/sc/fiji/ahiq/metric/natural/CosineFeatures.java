/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.Arrays;
import java.util.stream.IntStream;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/**
 * Statistics of the cosine transforms of the 7 x 7 blocks around a lattice of 3 x 3 cells, zero outside the image: the
 * shape of the distribution of the 48 coefficients, the variation of their magnitudes, and how much that differs
 * between three directions (Saad, Bovik, Charrier 2012).
 */
final class CosineFeatures {

    /** How many there are of a plane. */
    static final int COUNT = 6;

    private static final int CELL = 3;
    private static final int BLOCK = 7;
    private static final BlockDct TRANSFORM = new BlockDct(BLOCK);
    private static final double EPSILON = 1e-7;
    private static final double ORIENTATION_EPSILON = 1e-8;

    /** First and last column of each row of coefficients that are of mostly horizontal frequency. */
    private static final int[][] HORIZONTAL = {{1, 6}, {2, 6}, {4, 6}, {5, 6}, {}, {}, {}};

    /** The same of diagonal frequency. */
    private static final int[][] DIAGONAL = {{}, {1, 1}, {2, 3}, {2, 4}, {3, 6}, {4, 6}, {4, 6}};

    private static final int[][] ORIENTATIONS = {
        places(HORIZONTAL, false), places(DIAGONAL, false), places(HORIZONTAL, true)
    };

    private CosineFeatures() {}

    private static int[] places(int[][] ranges, boolean transposed) {
        return IntStream.range(0, BLOCK)
                .filter(row -> ranges[row].length > 0)
                .flatMap(row -> IntStream.rangeClosed(ranges[row][0], ranges[row][1])
                        .map(column -> transposed ? column * BLOCK + row : row * BLOCK + column))
                .toArray();
    }

    /** Mean of the lowest tenth and of all shapes; of the highest tenth and all of the variations and directions. */
    static double[] of(Plane plane, Nrqm.Variant variant) {
        int columns = (plane.width() + CELL - 1) / CELL;
        int rows = (plane.height() + CELL - 1) / CELL;
        Plane padded = padded(plane, columns, rows, variant);
        double[] shape = new double[columns * rows];
        double[] variation = new double[shape.length];
        double[] direction = new double[shape.length];
        Rows.forEach(rows, columns * BLOCK * BLOCK, y -> {
            for (int x = 0; x < columns; x++) {
                double[] block = TRANSFORM.coefficients(padded, x * CELL, y * CELL);
                double[] magnitudes = Arrays.stream(block).map(Math::abs).toArray();
                int at = y * columns + x;
                shape[at] = Moments.of(withoutFirst(block)).shape();
                variation[at] = Moments.of(withoutFirst(magnitudes)).variation(EPSILON);
                direction[at] = direction(magnitudes);
            }
        });
        return new double[] {
            variant.lowest(sorted(shape)), mean(shape),
            variant.highest(sorted(variation)), mean(variation),
            variant.highest(sorted(direction)), mean(direction)
        };
    }

    private static Plane padded(Plane plane, int columns, int rows, Nrqm.Variant variant) {
        int left = variant.margin(plane.width());
        int top = variant.margin(plane.height());
        int right = columns * CELL + BLOCK - CELL - plane.width() - left;
        int bottom = rows * CELL + BLOCK - CELL - plane.height() - top;
        return LinearFilter.padded(plane, left, top, right, bottom, Border.ZERO);
    }

    private static double[] withoutFirst(double[] block) {
        return Arrays.copyOfRange(block, 1, block.length);
    }

    /** Variance over three directions of the variation of magnitudes. */
    private static double direction(double[] magnitudes) {
        double[] variations = new double[ORIENTATIONS.length];
        for (int i = 0; i < variations.length; i++) {
            double[] chosen = IntStream.of(ORIENTATIONS[i])
                    .mapToDouble(k -> magnitudes[k])
                    .toArray();
            variations[i] = Moments.of(chosen).variation(ORIENTATION_EPSILON);
        }
        return Moments.of(variations).variance();
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
