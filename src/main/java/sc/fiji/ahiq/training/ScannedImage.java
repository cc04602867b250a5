/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Reference;

/** A decoded image, whose pixels are scanned for range and finiteness once, however many steps see it. Thread safe. */
final class ScannedImage {

    private final ImagePlane plane;
    private Reference reference;
    private Reference fitting;
    private Distorted distorted;

    ScannedImage(ImagePlane plane) {
        this.plane = plane;
    }

    ImagePlane plane() {
        return plane;
    }

    /**
     * The image as a reference.
     *
     * @param rule always the same
     * @throws sc.fiji.ahiq.base.error.ImageException if it cannot be one
     */
    synchronized Reference reference(RangeRule rule) {
        if (reference == null) {
            reference = Reference.of(plane, rule);
        }
        return reference;
    }

    /**
     * The image as a distorted one.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if it does not fit the reference
     */
    synchronized Distorted distorted(Reference of) {
        if (fitting != of) {
            distorted = of.distorted(plane);
            fitting = of;
        }
        return distorted;
    }
}
