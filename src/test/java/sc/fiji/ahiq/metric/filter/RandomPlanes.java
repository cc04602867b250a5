/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.Random;

/** Planes without any structure. */
public final class RandomPlanes {

    private RandomPlanes() {}

    public static Plane of(int width, int height) {
        Random random = new Random(17);
        return new Plane(
                width, height, random.doubles((long) width * height, 0, 255).toArray());
    }
}
