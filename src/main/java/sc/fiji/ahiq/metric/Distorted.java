/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ScaledPlane;

/**
 * A distorted image that fits its {@link Reference}, by whose range it is scaled; made by {@link Reference#distorted}.
 * What metrics look at is made once, when it is first asked for. Thread safe as long as nobody writes to the pixels.
 */
public final class Distorted {

    private final ScaledPlane scaled;
    private PlanarImage planar;

    Distorted(ScaledPlane scaled) {
        this.scaled = scaled;
    }

    /** The pixels as they are. */
    public ImagePlane plane() {
        return scaled.source();
    }

    /** Crops as floats in [0, 1]. */
    public ScaledPlane scaled() {
        return scaled;
    }

    /** The whole image as samples in 0..255, 8 bytes each. */
    public synchronized PlanarImage planar() {
        if (planar == null) {
            planar = PlanarImage.of(scaled);
        }
        return planar;
    }
}
