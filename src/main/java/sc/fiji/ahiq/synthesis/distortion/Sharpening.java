/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/** Unsharp masking of luma, which leaves colour differences alone. */
final class Sharpening {

    private static final double SIGMA_PIXELS = 1;

    private Sharpening() {}

    static List<Plane> unsharp(List<Plane> planes, double amount, Random random) {
        return unsharp(planes, amount, SIGMA_PIXELS);
    }

    /** Adds {@code amount} times what a blur by {@code sigmaPixels} takes away. */
    static List<Plane> unsharp(List<Plane> planes, double amount, double sigmaPixels) {
        Plane luma = YCbCr.luma(planes);
        Plane detail = luma.minus(Blur.gaussian(luma, sigmaPixels));
        return planes.stream()
                .map(plane -> plane.zip(detail, (value, d) -> value + amount * d))
                .toList();
    }
}
