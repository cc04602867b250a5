/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import sc.fiji.ahiq.base.error.UsageException;

/**
 * A rectangle of pixels.
 *
 * @param left first column, counted from 0
 * @param top first row, counted from 0
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Region(int left, int top, int width, int height) {

    public Region {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "Not a region of an image: " + left + "," + top + "," + width + "," + height);
        }
    }

    /** @throws UsageException unless the text is {@code LEFT,TOP,WIDTH,HEIGHT} */
    public static Region parse(String text) {
        String[] numbers = text.split(",", -1);
        try {
            if (numbers.length == 4) {
                return new Region(number(numbers[0]), number(numbers[1]), number(numbers[2]), number(numbers[3]));
            }
        } catch (IllegalArgumentException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static int number(String text) {
        return Integer.parseInt(text.trim());
    }

    private static UsageException malformed(String text, Throwable cause) {
        return new UsageException(
                "Expected a region LEFT,TOP,WIDTH,HEIGHT in pixels, but found '" + text
                        + "'. Write for example 0,0,512,512.",
                cause);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return left + "," + top + "," + width + "," + height;
    }
}
