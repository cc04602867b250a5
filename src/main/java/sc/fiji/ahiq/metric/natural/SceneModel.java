/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import sc.fiji.ahiq.base.error.ImageException;

/** A multivariate Gaussian of the features of blocks. */
public final class SceneModel {

    /** Singular values below this part of the largest are rounding. */
    private static final double CUT = Math.ulp(1.0);

    private final double[] mean;
    private final double[][] covariance;

    /** @param covariance symmetric, as many rows and columns as {@code mean} has values */
    public SceneModel(double[] mean, double[][] covariance) {
        this.mean = mean.clone();
        this.covariance = covariance.clone();
    }

    /**
     * Fits one to blocks. Values that are not numbers are left out of the mean, and rows with one of the covariance.
     *
     * @throws ImageException if fewer than two rows are whole
     */
    static SceneModel fit(List<double[]> rows) {
        int size = rows.get(0).length;
        double[] mean = new double[size];
        for (int i = 0; i < size; i++) {
            int column = i;
            mean[i] = rows.stream()
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return new SceneModel(mean, covariance(rows, size));
    }

    private static double[][] covariance(List<double[]> rows, int size) {
        List<double[]> whole = new ArrayList<>();
        for (double[] row : rows) {
            if (!Double.isNaN(Arrays.stream(row).sum())) {
                whole.add(row);
            }
        }
        if (whole.size() < 2) {
            throw new ImageException("NIQE needs at least two blocks of 96 x 96 pixels that are not flat, but found "
                    + whole.size() + ". Choose a larger image, or one with more texture.");
        }
        double[] centre = new double[size];
        for (double[] row : whole) {
            for (int i = 0; i < size; i++) {
                centre[i] += row[i] / whole.size();
            }
        }
        double[][] covariance = new double[size][size];
        for (double[] row : whole) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += (row[i] - centre[i]) * (row[j] - centre[j]) / (whole.size() - 1);
                }
            }
        }
        return covariance;
    }

    /** Mean of each feature. */
    public double[] mean() {
        return mean.clone();
    }

    /** Covariance of the features, row by row. */
    public double[] covariance() {
        double[] values = new double[mean.length * mean.length];
        for (int i = 0; i < mean.length; i++) {
            System.arraycopy(covariance[i], 0, values, i * mean.length, mean.length);
        }
        return values;
    }

    /** How far it is from another one. */
    double distance(SceneModel other) {
        RealMatrix between = MatrixUtils.createRealMatrix(covariance)
                .add(MatrixUtils.createRealMatrix(other.covariance))
                .scalarMultiply(0.5);
        RealVector difference = MatrixUtils.createRealVector(mean).subtract(MatrixUtils.createRealVector(other.mean));
        SingularValueDecomposition parts = new SingularValueDecomposition(between);
        double[] singular = parts.getSingularValues();
        RealVector left = parts.getUT().operate(difference);
        RealVector right = parts.getVT().operate(difference);
        double sum = 0;
        for (int i = 0; i < singular.length; i++) {
            if (singular[i] > singular.length * CUT * singular[0]) {
                sum += left.getEntry(i) * right.getEntry(i) / singular[i];
            }
        }
        return Math.sqrt(sum);
    }
}
