/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.function.UnaryOperator;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * An image in the colour space YIQ of the NTSC.
 *
 * @param y luma in 0..255
 * @param i in-phase chrominance
 * @param q quadrature chrominance
 */
record Yiq(Plane y, Plane i, Plane q) {

    static Yiq of(PlanarImage image) {
        return new Yiq(
                image.weighted(0.299, 0.587, 0.114),
                image.weighted(0.5959, -0.2746, -0.3213),
                image.weighted(0.2115, -0.5227, 0.3112));
    }

    Yiq each(UnaryOperator<Plane> change) {
        return new Yiq(change.apply(y), change.apply(i), change.apply(q));
    }
}
