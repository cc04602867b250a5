/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * An image as luma and colour differences of full range, as in JFIF (ITU-T T.871, 7): all about 0..255, the differences
 * of a grey pixel 128.
 */
record YCbCr(Plane y, Plane cb, Plane cr) {

    private static final double CENTRE = 128;

    static YCbCr of(List<Plane> rgb) {
        return new YCbCr(
                weighted(rgb, 0.299, 0.587, 0.114, 0),
                weighted(rgb, -0.168736, -0.331264, 0.5, CENTRE),
                weighted(rgb, 0.5, -0.418688, -0.081312, CENTRE));
    }

    /** Luma; a grey image is its own. */
    static Plane luma(List<Plane> planes) {
        return planes.size() == 1 ? planes.get(0) : weighted(planes, 0.299, 0.587, 0.114, 0);
    }

    private static Plane weighted(List<Plane> rgb, double red, double green, double blue, double offset) {
        return rgb.get(0)
                .zip(rgb.get(1), (r, g) -> red * r + green * g)
                .zip(rgb.get(2), (rg, b) -> rg + blue * b + offset);
    }

    List<Plane> rgb() {
        return List.of(
                y.zip(cr, (luma, red) -> luma + 1.402 * (red - CENTRE)),
                y.zip(cb, (luma, blue) -> luma - 0.344136 * (blue - CENTRE))
                        .zip(cr, (partial, red) -> partial - 0.714136 * (red - CENTRE)),
                y.zip(cb, (luma, blue) -> luma + 1.772 * (blue - CENTRE)));
    }
}
