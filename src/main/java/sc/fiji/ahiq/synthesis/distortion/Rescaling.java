/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/** Pristine images at other sizes: smooth ones by enlarging, finely textured ones by shrinking. */
public final class Rescaling {

    private static final int MAX_SIDE = 16384;

    private Rescaling() {}

    /**
     * An image by cubic convolution, with a filter against aliasing where it shrinks, in whole samples.
     *
     * @param factor of width and height
     * @throws ImageException if the result would have a side below {@value Distortion#MIN_SIZE} or above {@value
     *     #MAX_SIDE} pixels
     */
    public static PlanarImage of(PlanarImage image, double factor) {
        if (factor == 1) {
            return image;
        }
        int width = (int) Math.rint(image.width() * factor);
        int height = (int) Math.rint(image.height() * factor);
        if (Math.min(width, height) < Distortion.MIN_SIZE || Math.max(width, height) > MAX_SIDE) {
            throw new ImageException("Expected " + Distortion.MIN_SIZE + " to " + MAX_SIDE + " pixels to a side, but "
                    + image.width() + " x " + image.height() + " pixels times " + factor + " are " + width + " x "
                    + height
                    + ". Choose another scale, or leave the image out.");
        }
        List<Plane> planes = image.isColour() ? image.rgb() : List.of(image.grey());
        return PlanarImage.of(Distortion.rounded(planes.stream()
                .map(plane -> Resampling.bicubic(plane, width, height))
                .toList()));
    }
}
