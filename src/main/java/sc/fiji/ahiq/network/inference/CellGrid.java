/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import sc.fiji.ahiq.network.model.DifferenceArchitecture;

/** Distances and weights of the cells of an image, put together of those of tiles. */
final class CellGrid {

    private static final int CELL = DifferenceArchitecture.CELL;

    private final int width;
    private final int height;
    private final int columns;
    private final float[] distances;
    private final float[] weights;

    CellGrid(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = CellMaps.cells(width);
        this.distances = new float[Math.multiplyExact(columns, CellMaps.cells(height))];
        this.weights = new float[distances.length];
    }

    /** Takes what was found in the core of a tile. */
    void put(Tile tile, TileOutput output) {
        int tileColumns = tile.width() / CELL;
        int coreColumns = tile.coreWidth() / CELL;
        for (int row = tile.coreTop() / CELL; row < (tile.coreTop() + tile.coreHeight()) / CELL; row++) {
            int from = (row - tile.top() / CELL) * tileColumns + (tile.coreLeft() - tile.left()) / CELL;
            int to = row * columns + tile.coreLeft() / CELL;
            System.arraycopy(output.distances(), from, distances, to, coreColumns);
            System.arraycopy(output.weights(), from, weights, to, coreColumns);
        }
    }

    CellMaps maps() {
        return new CellMaps(width, height, distances, weights);
    }
}
