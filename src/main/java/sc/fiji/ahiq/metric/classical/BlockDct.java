/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/**
 * The orthonormal discrete cosine transform (DCT-II) of adjacent square blocks; columns and rows beyond the last whole
 * block are left out.
 */
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
     * Coefficient {@code v * size + u} of every block as a plane with a pixel for each block, where u counts half
     * periods along x and v along y.
     *
     * @throws IllegalArgumentException if the plane is smaller than a block
     */
    public Plane[] coefficients(Plane plane) {
        int width = plane.width() / size;
        int height = plane.height() / size;
        Plane[] coefficients = new Plane[size * size];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = Plane.zeros(width, height);
        }
        Rows.forEach(coefficients[0], y -> {
            double[] rows = new double[size * size];
            for (int x = 0; x < width; x++) {
                alongRows(plane, x * size, y * size, rows);
                for (int k = 0; k < coefficients.length; k++) {
                    coefficients[k].values()[y * width + x] = alongColumn(rows, k % size, k / size);
                }
            }
        });
        return coefficients;
    }

    /** The transform of each row of a block by itself. */
    private void alongRows(Plane plane, int left, int top, double[] rows) {
        for (int row = 0; row < size; row++) {
            for (int u = 0; u < size; u++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += basis[u][i] * plane.at(left + i, top + row);
                }
                rows[row * size + u] = sum;
            }
        }
    }

    private double alongColumn(double[] rows, int u, int v) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += basis[v][row] * rows[row * size + u];
        }
        return sum;
    }
}
