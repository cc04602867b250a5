/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;

/**
 * A part of an image that the network sees at once, in pixels, all multiples of a cell: what it says of the core does
 * not depend on what lies outside the tile.
 *
 * @param left of the tile
 * @param coreLeft first column of the core, in the image
 * @param coreWidth columns of the core
 */
record Tile(int left, int top, int width, int height, int coreLeft, int coreTop, int coreWidth, int coreHeight) {

    /** Height and width of an image that is one tile, at most. */
    static final int WHOLE = 1280;

    private static final int HALO = DifferenceArchitecture.HALO;

    /** Tiles of no more than {@link #WHOLE} pixels to a side, row by row, whose cores cover an image once. */
    static List<Tile> of(int width, int height) {
        List<Tile> tiles = new ArrayList<>();
        for (Span rows : Span.of(height)) {
            for (Span columns : Span.of(width)) {
                tiles.add(new Tile(
                        columns.start,
                        rows.start,
                        columns.length,
                        rows.length,
                        columns.coreStart,
                        rows.coreStart,
                        columns.coreLength,
                        rows.coreLength));
            }
        }
        return tiles;
    }

    /** The columns or the rows of a tile. */
    private record Span(int start, int length, int coreStart, int coreLength) {

        static List<Span> of(int size) {
            int cell = DifferenceArchitecture.CELL;
            int end = (size + cell - 1) / cell * cell;
            int core = end <= WHOLE ? end : WHOLE - 2 * HALO;
            List<Span> spans = new ArrayList<>();
            for (int coreStart = 0; coreStart < end; coreStart += core) {
                int coreLength = Math.min(core, end - coreStart);
                int start = Math.max(0, coreStart - HALO);
                int stop = Math.min(end, coreStart + coreLength + HALO);
                spans.add(new Span(start, stop - start, coreStart, coreLength));
            }
            return spans;
        }
    }
}
