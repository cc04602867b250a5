/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/** Gradient magnitudes; the plane is continued with zeros. */
final class Gradient {

    private static final Kernel SCHARR = Kernel.square(3, 16, 3, 0, -3, 10, 0, -10, 3, 0, -3);
    private static final Kernel PREWITT = Kernel.square(3, 3, 1, 0, -1, 1, 0, -1, 1, 0, -1);

    private Gradient() {}

    static Plane scharr(Plane plane) {
        return magnitude(plane, SCHARR);
    }

    static Plane prewitt(Plane plane) {
        return magnitude(plane, PREWITT);
    }

    private static Plane magnitude(Plane plane, Kernel across) {
        Plane horizontal = LinearFilter.same(plane, across, Border.ZERO);
        Plane vertical = LinearFilter.same(plane, across.transposed(), Border.ZERO);
        double[] right = horizontal.values();
        double[] down = vertical.values();
        Plane result = Plane.zeros(plane.width(), plane.height());
        Rows.forEach(result, y -> {
            for (int i = y * plane.width(); i < (y + 1) * plane.width(); i++) {
                result.values()[i] = Math.sqrt(right[i] * right[i] + down[i] * down[i]);
            }
        });
        return result;
    }
}
