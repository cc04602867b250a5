/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

/** Renders rows of both maps, mostly from the top down; rows that look the same are rendered once. Not thread safe. */
final class RowRenderer {

    private final PatchMaps maps;
    private final StitchedRow row;
    private int first;
    private int end;

    RowRenderer(PatchMaps maps) {
        this.maps = maps;
        this.row = new StitchedRow(maps.width());
    }

    /** Row {@code y}, valid until the next call. */
    StitchedRow row(int y) {
        if (y < first || y >= end) {
            first = y;
            end = maps.render(y, row);
        }
        return row;
    }
}
