/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

/**
 * The top left pixel of a square crop, counted from the top left pixel of the image. Its size is that of the plan.
 *
 * @param left column of the first pixel, at least 0
 * @param top row of the first pixel, at least 0
 */
public record Crop(int left, int top) {

    /** @throws IllegalArgumentException if a coordinate is negative */
    public Crop {
        if (left < 0 || top < 0) {
            throw new IllegalArgumentException("A crop starts inside its image, not at (" + left + ", " + top + ")");
        }
    }

    static void requireFits(int width, int height, int cropSize) {
        if (cropSize < 1 || width < cropSize || height < cropSize) {
            throw new IllegalArgumentException(
                    "No crop of " + cropSize + " x " + cropSize + " pixels fits in " + width + " x " + height);
        }
    }
}
