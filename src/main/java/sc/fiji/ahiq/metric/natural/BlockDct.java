/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;

/** The orthonormal discrete cosine transform (DCT-II) of a square block. */
final class BlockDct {

    private final int size;
    private final double[][] basis;

    /** @param size width and height of a block in pixels, at least 1 */
    BlockDct(int size) {
        this.size = size;
        this.basis = new double[size][size];
        for (int frequency = 0; frequency < size; frequency++) {
            double norm = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / size);
            for (int i = 0; i < size; i++) {
                basis[frequency][i] = norm * Math.cos(Math.PI * frequency * (2 * i + 1) / (2.0 * size));
            }
        }
    }

    /**
     * The coefficients of the block whose upper left pixel is ({@code left}, {@code top}), row by row: coefficient
     * {@code v * size + u}, where u counts half periods along x and v along y.
     */
    double[] coefficients(Plane plane, int left, int top) {
        double[] rows = alongRows(plane, left, top);
        double[] coefficients = new double[size * size];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = alongColumn(rows, k % size, k / size);
        }
        return coefficients;
    }

    /** The transform of each row by itself. */
    private double[] alongRows(Plane plane, int left, int top) {
        double[] rows = new double[size * size];
        for (int k = 0; k < rows.length; k++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += basis[k % size][i] * plane.at(left + i, top + k / size);
            }
            rows[k] = sum;
        }
        return rows;
    }

    private double alongColumn(double[] rows, int u, int v) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += basis[v][row] * rows[row * size + u];
        }
        return sum;
    }
}
