/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import java.awt.image.BufferedImage;

/**
 * The room that a picture of an image has. Images keep their proportions, unless a side would be shorter than the
 * least: that is stretched.
 *
 * @param width most pixels
 * @param height most pixels
 * @param least pixels of the shorter side
 */
public record Frame(int width, int height, int least) {

    /** A black picture of the size for an image. */
    BufferedImage picture(long imageWidth, long imageHeight) {
        double scale = Math.min(1, Math.min(width / (double) imageWidth, height / (double) imageHeight));
        return new BufferedImage(side(imageWidth * scale), side(imageHeight * scale), BufferedImage.TYPE_INT_RGB);
    }

    private int side(double length) {
        return Math.max(least, (int) Math.round(length));
    }
}
