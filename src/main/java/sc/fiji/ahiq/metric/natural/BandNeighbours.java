/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;
import sc.fiji.ahiq.metric.filter.SymmetricEigen;

/**
 * The neighbours of every coefficient of a band as a Gaussian scale mixture (Wainwright and Simoncelli 1999): each
 * vector of neighbours has the same covariance C times a multiplier of its own, of which the likeliest is
 * x' C^-1 x / n. Neighbours are read where they are, for copies would take most of the memory. Not thread safe.
 */
final class BandNeighbours {

    private static final double NO_VARIANCE = 1e-12;

    private final int width;
    private final int height;
    private final List<Neighbour> neighbours = new ArrayList<>();

    /** What stands at ({@code left}, {@code top}) of a plane belongs to the first coefficient. */
    private record Neighbour(Plane plane, int left, int top) {

        int row(int y) {
            return (top + y) * plane.width() + left;
        }
    }

    /** Of a band of this size. */
    BandNeighbours(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Adds one that is so many columns to the right and rows below. */
    void add(Plane plane, int left, int top) {
        neighbours.add(new Neighbour(plane, left, top));
    }

    int count() {
        return neighbours.size();
    }

    /** The multipliers of all coefficients, with n as {@code counted}; directions without variance are left out. */
    Plane multipliers(int counted) {
        SymmetricEigen eigen = SymmetricEigen.of(covariance());
        double largest = Arrays.stream(eigen.values()).max().orElse(0);
        Plane multipliers = Plane.zeros(width, height);
        Rows.forEach(multipliers, y -> {
            double[] projection = new double[width];
            for (int k = 0; k < count(); k++) {
                double variance = eigen.values()[k];
                if (variance > NO_VARIANCE && variance > largest * NO_VARIANCE) {
                    project(eigen.vectors()[k], y, projection);
                    for (int x = 0; x < width; x++) {
                        multipliers.values()[y * width + x] += projection[x] * projection[x] / (variance * counted);
                    }
                }
            }
        });
        return multipliers;
    }

    private void project(double[] direction, int y, double[] projection) {
        Arrays.fill(projection, 0);
        for (int k = 0; k < direction.length; k++) {
            double[] values = neighbours.get(k).plane.values();
            int from = neighbours.get(k).row(y);
            for (int x = 0; x < width; x++) {
                projection[x] += direction[k] * values[from + x];
            }
        }
    }

    private double[][] covariance() {
        int n = count();
        double[][] covariance = new double[n][n];
        Rows.forEach(n, n * width * height, j -> {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int y = 0; y < height; y++) {
                    sum += product(neighbours.get(j), neighbours.get(k), y);
                }
                covariance[j][k] = sum / width / height;
                covariance[k][j] = covariance[j][k];
            }
        });
        return covariance;
    }

    private double product(Neighbour a, Neighbour b, int y) {
        int fromA = a.row(y);
        int fromB = b.row(y);
        double sum = 0;
        for (int x = 0; x < width; x++) {
            sum += a.plane.values()[fromA + x] * b.plane.values()[fromB + x];
        }
        return sum;
    }
}
