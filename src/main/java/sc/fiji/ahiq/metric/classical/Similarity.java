/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Plane;

/** The similarity (2ab + c) / (a^2 + b^2 + c) that most metrics compare features with. */
final class Similarity {

    private Similarity() {}

    public static Plane of(Plane a, Plane b, double c) {
        return a.zip(b, (p, q) -> of(p, q, c));
    }

    public static double of(double a, double b, double c) {
        return (2 * a * b + c) / (a * a + b * b + c);
    }
}
