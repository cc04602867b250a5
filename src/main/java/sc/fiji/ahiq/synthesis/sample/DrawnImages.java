/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.List;

/** Pristine images that are drawn, 512 x 512 pixels of 8 bits, to distort and to train on. */
public final class DrawnImages {

    private DrawnImages() {}

    /**
     * Red, green and blue of a page or a screen with text, boxes and a diagram. Letters are those of the fonts of the
     * machine, so that the pixels may differ between machines.
     */
    public static List<byte[]> page(long seed) {
        return Page.draw(seed);
    }

    /** A grey picture like a slice of a tomograph; the same pixels on every machine. */
    public static SampleImage phantom(long seed) {
        return Phantom.draw(seed);
    }
}
