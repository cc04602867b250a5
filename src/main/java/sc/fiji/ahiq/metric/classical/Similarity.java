/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/**
 * The similarity (2ab + c) / (a^2 + b^2 + c) that most metrics compare features with, and how maps of it become
 * numbers.
 */
final class Similarity {

    private Similarity() {}

    static Plane of(Plane a, Plane b, double c) {
        Plane result = Plane.zeros(a.width(), a.height());
        double[] first = a.values();
        double[] second = b.values();
        double[] similarity = result.values();
        Rows.forEach(result, y -> {
            for (int i = y * a.width(); i < (y + 1) * a.width(); i++) {
                similarity[i] = of(first[i], second[i], c);
            }
        });
        return result;
    }

    static double of(double a, double b, double c) {
        return (2 * a * b + c) / (a * a + b * b + c);
    }

    /** Mean weighted by features; without any feature in either image, the plain mean. */
    static double weighted(Plane map, Plane weights) {
        return weights.max() > 0 ? map.weightedMean(weights) : map.mean();
    }

    /** Real part of the principal value of {@code base^exponent}, also of a negative base. */
    static double realPower(double base, double exponent) {
        double power = Math.pow(Math.abs(base), exponent);
        return base >= 0 ? power : power * Math.cos(Math.PI * exponent);
    }
}
