/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import sc.fiji.ahiq.base.error.ImageException;

/** The one check that two images can be compared pixel by pixel. */
public final class SameSize {

    private SameSize() {}

    /** @throws ImageException if the planes have different sizes */
    public static void require(ImagePlane reference, ImagePlane distorted) {
        require(
                reference.name(),
                reference.width(),
                reference.height(),
                distorted.name(),
                distorted.width(),
                distorted.height());
    }

    /** @throws ImageException if the planes of the images have different sizes */
    public static void require(ImageSource reference, ImageSource distorted) {
        require(
                reference.name(),
                reference.width(),
                reference.height(),
                distorted.name(),
                distorted.width(),
                distorted.height());
    }

    private static void require(
            String reference, long width, long height, String distorted, long otherWidth, long otherHeight) {
        if (width != otherWidth || height != otherHeight) {
            throw new ImageException("Expected images of the same size, but reference " + reference + " is " + width
                    + " x " + height + " and distorted " + distorted + " is " + otherWidth + " x " + otherHeight
                    + ". Scale or crop one of them so that both show the same scene pixel by pixel.");
        }
    }
}
