/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;

/** Products of neighbouring values; those beyond a border are taken from the other side. */
final class Neighbours {

    /**
     * Down and to the right, in the order in which features are listed; the last direction is the same upwards or
     * downwards.
     */
    static final int[][] SHIFTS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

    private Neighbours() {}

    static double[] products(Plane values, int[] shift) {
        int width = values.width();
        int height = values.height();
        double[] products = new double[values.area()];
        for (int y = 0; y < height; y++) {
            int from = Math.floorMod(y - shift[0], height) * width;
            for (int x = 0; x < width; x++) {
                int other = from + Math.floorMod(x - shift[1], width);
                products[y * width + x] = values.values()[y * width + x] * values.values()[other];
            }
        }
        return products;
    }
}
