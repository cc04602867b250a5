/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

/**
 * Transparent pixels in every format: what is seen where the image lies on white. Samples and opacity are unsigned
 * integers of the same depth; opaque samples stay as they are.
 */
public final class Opacity {

    /** Says in the notes of an image that it was laid on white. */
    public static final String NOTE = "transparent pixels shown on white";

    private Opacity() {}

    /** The sample seen where {@code value} covers white with opacity {@code alpha} of {@code white}; rounded. */
    public static int onWhite(int value, int alpha, int white) {
        long blended = (long) value * alpha + (long) white * (white - alpha);
        return (int) ((blended + white / 2) / white);
    }

    /** The same for a sample that was multiplied by its opacity already. */
    public static int premultipliedOnWhite(int value, int alpha, int white) {
        return Math.min(white, value + white - alpha);
    }
}
