/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;

/** How similarity maps become numbers. */
final class Pooling {

    private Pooling() {}

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
