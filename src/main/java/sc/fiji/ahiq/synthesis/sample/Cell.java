/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Random;

/**
 * Place and shape of a nucleus.
 *
 * @param x of the centre, in pixels
 * @param y of the centre, in pixels
 * @param radius in pixels, on average
 * @param elongation long axis by short axis, both of which times the other is the radius squared
 * @param angle of the long axis, in radians
 * @param brightness of the nucleus; 1 is usual
 */
record Cell(double x, double y, double radius, double elongation, double angle, double brightness) {

    /** Distance from the centre as a fraction of that of the outline in the same direction: below 1 inside. */
    double depth(double px, double py) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double along = (cos * (px - x) + sin * (py - y)) / Math.sqrt(elongation);
        double across = (cos * (py - y) - sin * (px - x)) * Math.sqrt(elongation);
        return Math.sqrt(along * along + across * across) / radius;
    }

    double distance(Cell other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    static Cell at(double x, double y, Random random) {
        return new Cell(
                x,
                y,
                24 + 9 * random.nextDouble(),
                1.05 + 0.45 * random.nextDouble(),
                Math.PI * random.nextDouble(),
                0.7 + 0.5 * random.nextDouble());
    }
}
