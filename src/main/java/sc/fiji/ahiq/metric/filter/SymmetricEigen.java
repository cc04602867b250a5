/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi rotations. Not commons-math's EigenDecomposition,
 * with which the last digits of VIF and IW-SSIM would be others: the scores of a metric stay the same from version to
 * version.
 *
 * @param values eigenvalues, in no particular order
 * @param vectors {@code vectors[k]} is the unit vector of {@code values[k]}
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

    private static final int SWEEPS = 100;

    /** @param matrix square and symmetric; not changed */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
            for (double value : a[i]) {
                scale = Math.max(scale, Math.abs(value));
            }
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > scale * 1e-16; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, v);
    }

    private static double offDiagonal(double[][] a) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j]));
            }
        }
        return largest;
    }

    /** Makes {@code a[p][q]} zero; the rows of {@code v} turn along. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            double atP = row[p];
            row[p] = c * atP - s * row[q];
            row[q] = s * atP + c * row[q];
        }
        turnRows(a, p, q, c, s);
        turnRows(v, p, q, c, s);
    }

    private static void turnRows(double[][] m, int p, int q, double c, double s) {
        for (int k = 0; k < m.length; k++) {
            double atP = m[p][k];
            m[p][k] = c * atP - s * m[q][k];
            m[q][k] = s * atP + c * m[q][k];
        }
    }
}
