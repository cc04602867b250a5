/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import sc.fiji.ahiq.metric.filter.Plane;

/** Curves that every sample goes through. */
final class Tones {

    private Tones() {}

    /** The parabola through black, white, and mid-grey raised by {@code amount} / 2. */
    static Plane brightened(Plane plane, double amount) {
        return curve(plane, x -> x + 2 * amount * x * (1 - x));
    }

    static Plane darkened(Plane plane, double amount) {
        return brightened(plane, -amount);
    }

    /** All samples higher or lower, by chance, by a fraction of the full range. */
    static List<Plane> shifted(List<Plane> planes, double fraction, Random random) {
        double shift = random.nextBoolean() ? fraction : -fraction;
        return planes.stream().map(plane -> curve(plane, x -> x + shift)).toList();
    }

    /**
     * Less contrast or, by chance, more: the cubic through black, mid-grey and white that brings the quarters nearer to
     * mid-grey by {@code amount} / 4, or away from it by half of that.
     */
    static List<Plane> contrast(List<Plane> planes, double amount, Random random) {
        double more = random.nextBoolean() ? amount / 2 : -amount;
        return planes.stream()
                .map(plane -> curve(plane, x -> x + 16 / 3.0 * more * x * (1 - x) * (x - 0.5)))
                .toList();
    }

    /** Evenly spaced values, this many. */
    static Plane quantised(Plane plane, double values) {
        return curve(plane, x -> Math.rint(x * (values - 1)) / (values - 1));
    }

    private static Plane curve(Plane plane, DoubleUnaryOperator f) {
        return plane.map(value -> 255 * Math.max(0, Math.min(1, f.applyAsDouble(value / 255))));
    }
}
