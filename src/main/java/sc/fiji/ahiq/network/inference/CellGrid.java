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
    private final float[][] distances;
    private final float[][] weights;

    CellGrid(int width, int height, int judges) {
        this.width = width;
        this.height = height;
        this.columns = CellMaps.cells(width);
        this.distances = new float[judges][Math.multiplyExact(columns, CellMaps.cells(height))];
        this.weights = new float[judges][distances[0].length];
    }

    /** Takes what was found in the core of a tile. */
    void put(Tile tile, TileOutput output) {
        int tileColumns = tile.width() / CELL;
        int tileCells = tileColumns * (tile.height() / CELL);
        int coreColumns = tile.coreWidth() / CELL;
        for (int row = tile.coreTop() / CELL; row < (tile.coreTop() + tile.coreHeight()) / CELL; row++) {
            int from = (row - tile.top() / CELL) * tileColumns + (tile.coreLeft() - tile.left()) / CELL;
            int to = row * columns + tile.coreLeft() / CELL;
            for (int judge = 0; judge < distances.length; judge++) {
                int source = judge * tileCells + from;
                System.arraycopy(output.distances(), source, distances[judge], to, coreColumns);
                System.arraycopy(output.weights(), source, weights[judge], to, coreColumns);
            }
        }
    }

    CellMaps maps() {
        return CellMaps.ofJudges(width, height, distances, weights);
    }
}
