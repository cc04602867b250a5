/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.network.inference.FeatureWindow;

/**
 * An image cut into tiles for a network of convolutions, so that the feature maps of the tiles' cores together are
 * those of the whole image, value by value: each core is surrounded by a halo as wide as anything that its features
 * see, and begins where all strides of the network begin.
 *
 * @param core side of the cores, a multiple of all strides, as is {@code halo}
 */
record Tiles(int width, int height, int core, int halo) {

    /** A tile: where it is, and what of it counts, in pixels. */
    record Tile(int index, int top, int left, int height, int width, int coreTop, int coreLeft, int bottom, int right) {

        /** The core on a feature map of this stride, from the tile's upper left corner. */
        FeatureWindow on(int stride, boolean lastRow, boolean lastColumn) {
            return new FeatureWindow(
                    (coreTop - top) / stride,
                    (coreLeft - left) / stride,
                    lastRow ? FeatureWindow.TO_THE_END : (bottom - coreTop) / stride,
                    lastColumn ? FeatureWindow.TO_THE_END : (right - coreLeft) / stride);
        }
    }

    /**
     * The fewest tiles that have at most {@code area} pixels each, one if the image has no more.
     *
     * @param grain multiple of all strides
     */
    static Tiles of(int width, int height, long area, int halo, int grain) {
        if ((long) width * height <= area) {
            return new Tiles(width, height, Integer.MAX_VALUE / 2 / grain * grain, halo);
        }
        int side = (int) Math.sqrt((double) area);
        return new Tiles(width, height, Math.max(grain, (side - 2 * halo) / grain * grain), halo);
    }

    List<Tile> all() {
        List<Tile> tiles = new ArrayList<>();
        for (int y = 0; y < height; y += next(y, height)) {
            for (int x = 0; x < width; x += next(x, width)) {
                tiles.add(tile(tiles.size(), y, x));
            }
        }
        return tiles;
    }

    /** A last core that would be smaller than the halo is made part of the one before. */
    private int next(int start, int length) {
        return length - start - core < halo ? length - start : core;
    }

    private Tile tile(int index, int y, int x) {
        int bottom = y + next(y, height);
        int right = x + next(x, width);
        int top = Math.max(0, y - halo);
        int left = Math.max(0, x - halo);
        return new Tile(
                index,
                top,
                left,
                Math.min(height, bottom + halo) - top,
                Math.min(width, right + halo) - left,
                y,
                x,
                bottom,
                right);
    }

    boolean isLastRow(Tile tile) {
        return tile.bottom() == height;
    }

    boolean isLastColumn(Tile tile) {
        return tile.right() == width;
    }
}
