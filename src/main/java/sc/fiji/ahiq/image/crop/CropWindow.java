/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.Arrays;

/**
 * How much each pixel of a crop counts beside those of other crops: less towards borders that lie inside the image; see
 * {@link PatchMaps#ofCrops}. Immutable.
 */
final class CropWindow {

    private final int cropSize;
    private final double[] rising;
    private final double[] flat;

    /** @param blend pixels along which it rises, 0 to {@code cropSize} */
    CropWindow(int cropSize, int blend) {
        if (blend < 0 || blend > cropSize) {
            throw new IllegalArgumentException("Expected 0 to " + cropSize + " pixels to blend, found " + blend);
        }
        this.cropSize = cropSize;
        this.rising = new double[blend];
        for (int i = 0; i < blend; i++) {
            double sine = Math.sin(Math.PI / 2 * (i + 0.5) / blend);
            rising[i] = sine * sine;
        }
        this.flat = new double[cropSize];
        Arrays.fill(flat, 1);
    }

    /** Whether all pixels count the same. */
    boolean isFlat() {
        return rising.length == 0;
    }

    /** Of the pixels of a row of a crop, from left to right; not to be written to. */
    double[] row(Crop crop, int y, int width, int height) {
        if (isFlat()) {
            return flat;
        }
        double[] row = new double[cropSize];
        double share = share(y - crop.top(), crop.top(), height);
        for (int i = 0; i < cropSize; i++) {
            row[i] = share * share(i, crop.left(), width);
        }
        return row;
    }

    /** Of the pixel at {@code i} along a side that begins at {@code start} in an image of so many pixels. */
    private double share(int i, int start, int length) {
        double share = 1;
        if (start > 0 && i < rising.length) {
            share = rising[i];
        }
        int fromEnd = cropSize - 1 - i;
        if (start + cropSize < length && fromEnd < rising.length) {
            share *= rising[fromEnd];
        }
        return share;
    }
}
