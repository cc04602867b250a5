/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.Arrays;
import sc.fiji.ahiq.metric.filter.Rows;
import sc.fiji.ahiq.metric.filter.SymmetricEigen;

/**
 * A Gaussian scale mixture fitted to vectors of neighbouring coefficients, as in Wainwright and Simoncelli, NIPS 1999:
 * the vectors' covariance, and for each vector the likeliest multiplier x' C^-1 x / n. Directions without variance are
 * left out.
 *
 * @param multipliers one for each vector
 * @param eigenvalues of the covariance, those not greater than zero as zero
 */
record GaussianScaleMixture(double[] multipliers, double[] eigenvalues) {

    private static final double NO_VARIANCE = 1e-12;

    /**
     * Fits the model.
     *
     * @param samples component by component: {@code samples[k][i]} is component k of vector i
     * @param fitted component by component, the vectors that get multipliers
     * @param centred whether the mean of each component is taken off for the covariance
     */
    public static GaussianScaleMixture fit(double[][] samples, double[][] fitted, boolean centred) {
        SymmetricEigen eigen = SymmetricEigen.of(covariance(samples, centred));
        double largest = Arrays.stream(eigen.values()).max().orElse(0);
        int n = samples.length;
        double[] multipliers = new double[fitted[0].length];
        double[] eigenvalues = eigen.values().clone();
        for (int k = 0; k < n; k++) {
            if (eigenvalues[k] <= largest * NO_VARIANCE || eigenvalues[k] <= NO_VARIANCE) {
                eigenvalues[k] = 0;
            } else {
                addSquares(multipliers, fitted, eigen.vectors()[k], 1 / (eigenvalues[k] * n));
            }
        }
        return new GaussianScaleMixture(multipliers, eigenvalues);
    }

    private static double[][] covariance(double[][] samples, boolean centred) {
        int n = samples.length;
        int count = samples[0].length;
        double[][] covariance = new double[n][n];
        double[] means = new double[n];
        if (centred) {
            Arrays.setAll(means, k -> Arrays.stream(samples[k]).sum() / count);
        }
        Rows.forEach(n, n * count, j -> {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += (samples[j][i] - means[j]) * (samples[k][i] - means[k]);
                }
                covariance[j][k] = sum / count;
                covariance[k][j] = sum / count;
            }
        });
        return covariance;
    }

    private static void addSquares(double[] target, double[][] samples, double[] direction, double factor) {
        double[] projection = new double[target.length];
        for (int k = 0; k < direction.length; k++) {
            for (int i = 0; i < projection.length; i++) {
                projection[i] += direction[k] * samples[k][i];
            }
        }
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * projection[i] * projection[i];
        }
    }
}
