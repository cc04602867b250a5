/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

/**
 * How the pixels of a map lie on those of the image along one axis: a metric may have shrunk the image, or left out a
 * border.
 *
 * @param length of the image, in pixels
 * @param mapLength of the map
 */
public record MapGrid(int length, int mapLength) {

    /** Pixels of the image along a pixel of the map. */
    long step() {
        return Math.max(1, Math.round((double) length / mapLength));
    }

    /** Pixels of the image before the first of the map. */
    double border() {
        return step() == 1 ? (length - mapLength) / 2.0 : 0;
    }

    /** The pixel of the image in the middle of one of the map. */
    public int toImage(int mapPixel) {
        return (int) Math.min(length - 1L, Math.round(border()) + mapPixel * step() + step() / 2);
    }

    /** The pixel of the map for one of the image; -1 if there is none. */
    public int toMap(int pixel) {
        long place = Math.floorDiv(pixel - Math.round(border()), step());
        return place < 0 || place >= mapLength ? -1 : (int) place;
    }
}
