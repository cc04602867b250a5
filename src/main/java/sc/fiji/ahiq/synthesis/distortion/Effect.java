/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a distortion does to the planes of an image, one (grey) or three (red, green, blue), none of which it changes.
 */
interface Effect {

    /**
     * Distorts; the result may leave 0..255 and have fractions.
     *
     * @param planes whole numbers in 0..255
     * @param amount how much, in the unit of the effect
     * @param random draws the same numbers whatever the amount, where possible, so that levels differ by nothing else
     */
    List<Plane> apply(List<Plane> planes, double amount, Random random);

    /** Treats every plane alone, and without chance. */
    static Effect ofPlanes(PlaneEffect effect) {
        return (planes, amount, random) ->
                planes.stream().map(plane -> effect.apply(plane, amount)).toList();
    }

    /** An effect on a single plane. */
    interface PlaneEffect {

        Plane apply(Plane plane, double amount);
    }
}
