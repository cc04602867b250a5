/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.format;

import sc.fiji.ahiq.base.error.ImageException;

/**
 * How many pixels a file may claim before any of them is decoded. Formats that are decoded as a whole have at most
 * {@value #DEFAULT_MEGAPIXELS} megapixels, must fit into the heap, and a large image must not be tiny as a file: some
 * hundred kilobytes can claim gigabytes of pixels, which take minutes to decode and are never meant. The system
 * property {@value #PROPERTY} (in millions) raises the first bound and takes away the last.
 */
public final class PixelLimit {

    public static final String PROPERTY = "ahiq.megapixels";

    private static final int DEFAULT_MEGAPIXELS = 400;
    private static final long MILLION = 1_000_000;
    /** Smaller images are decoded in a moment, whatever their file looks like. */
    private static final long ALWAYS_PLAUSIBLE = 32 * MILLION;
    /** Deflate reaches 1032 bytes for one at most. */
    private static final long PIXELS_PER_BYTE = 1100;

    private PixelLimit() {}

    /**
     * @param file as the user named it
     * @param bytesPerPixel of the decoded image
     * @throws ImageException if the image is larger than it may be
     */
    public static void check(Object file, long width, long height, int bytesPerPixel, long fileBytes) {
        long pixels = saturated(width, height);
        Long given = Long.getLong(PROPERTY);
        long limit = (given == null ? DEFAULT_MEGAPIXELS : given) * MILLION;
        if (pixels > limit) {
            throw new ImageException("Expected at most " + limit / MILLION + " megapixels, but " + file + " has "
                    + width
                    + " x " + height + " pixels. Crop it, save it as a tiled TIFF, of which only parts are decoded at"
                    + " a time, or raise the bound: AHIQ_JAVA_OPTS=-D" + PROPERTY + "=1000.");
        }
        requirePlausible(file, width, height, fileBytes);
        requireHeap(file, saturated(pixels, bytesPerPixel));
    }

    /** @throws ImageException if so many pixels in so few bytes cannot be meant */
    public static void requirePlausible(Object file, long width, long height, long fileBytes) {
        long pixels = saturated(width, height);
        boolean bounded = Long.getLong(PROPERTY) == null;
        if (bounded && pixels > ALWAYS_PLAUSIBLE && pixels / PIXELS_PER_BYTE > fileBytes) {
            throw new ImageException("Expected an image file, but " + file + " claims " + width + " x " + height
                    + " pixels in " + fileBytes + " bytes, as decompression bombs do. If it is meant so, say"
                    + " AHIQ_JAVA_OPTS=-D" + PROPERTY + "=" + (pixels / MILLION + 1) + ".");
        }
    }

    /** @throws ImageException if this many bytes cannot be in the heap, nor as much again while they are decoded */
    public static void requireHeap(Object file, long bytes) {
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw FileProblem.tooLarge(file, null);
        }
    }

    private static long saturated(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
