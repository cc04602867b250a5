/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import org.apache.commons.math3.special.Gamma;

/**
 * Shapes of generalised Gaussian distributions, in steps of 0.001, found by their ratio of the mean square to the
 * squared mean magnitude: G(1/a) G(3/a) / G(2/a)^2 for a shape a (Sharifi and Leon-Garcia 1995).
 */
final class ShapeGrid {

    private static final double STEP = 0.001;

    private final double first;
    private final double[] inverses;

    /** The shapes {@code first}, {@code first} + 0.001, .. */
    ShapeGrid(double first, int count) {
        this.first = first;
        this.inverses = new double[count];
        for (int i = 0; i < count; i++) {
            double shape = shape(i);
            double two = Gamma.gamma(2 / shape);
            inverses[i] = two * two / (Gamma.gamma(1 / shape) * Gamma.gamma(3 / shape));
        }
    }

    private double shape(int index) {
        return first + STEP * index;
    }

    /** The first shape whose ratio is nearest; the first of all if it is not a number. */
    double ofRatio(double ratio) {
        return nearest(-ratio, true);
    }

    /** The first shape whose inverse ratio is nearest; the first of all if it is not a number. */
    double ofInverse(double inverse) {
        return nearest(inverse, false);
    }

    /** Inverse inverses, and negative inverses, grow with the shape. */
    private double key(int index, boolean negative) {
        return negative ? -1 / inverses[index] : inverses[index];
    }

    private double nearest(double value, boolean negative) {
        int low = 0;
        int high = inverses.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (key(middle, negative) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean before =
                low == inverses.length || low > 0 && value - key(low - 1, negative) <= key(low, negative) - value;
        return shape(before ? low - 1 : low);
    }
}
