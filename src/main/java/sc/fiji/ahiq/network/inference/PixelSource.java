/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/** Pixels of an image that has no end: beyond its border it goes on mirrored. */
@FunctionalInterface
interface PixelSource {

    /**
     * Reads a rectangle: the planes red, green, blue one after the other, each row-major, values in [0, 1].
     *
     * @param left first column, which may be below 0
     * @param top first row
     * @param target of at least {@code 3 * width * height} elements
     */
    void read(int left, int top, int width, int height, float[] target);
}
