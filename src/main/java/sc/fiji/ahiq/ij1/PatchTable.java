/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.measure.ResultsTable;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.scoring.PlaneScore;

/**
 * The table {@code AHIQ Patches}: place, quality and weight of each patch of each crop, or of the whole image (crop
 * 1), in pixels of the image.
 */
final class PatchTable {

    static final String TITLE = "AHIQ Patches";

    private static final int DECIMALS = 9;

    private final ResultsTable table = new ResultsTable();

    PatchTable() {
        table.setPrecision(DECIMALS);
    }

    void append(PlaneScore plane) {
        plane.patches().ifPresent(maps -> {
            Region region = plane.region();
            maps.forEachPatch((crop, left, top, score, weight) -> {
                table.addRow();
                table.addValue("distorted", plane.scored().orElseThrow().distorted());
                table.addValue("channel", plane.position().channel());
                table.addValue("crop", crop + 1);
                table.addValue("x", region.left() + left);
                table.addValue("y", region.top() + top);
                table.addValue("size", maps.patchSize());
                table.addValue("quality", score);
                table.addValue("weight", weight);
            });
        });
        for (String column : new String[] {"channel", "crop", "x", "y", "size"}) {
            table.setDecimalPlaces(table.getColumnIndex(column), 0);
        }
    }

    void show() {
        table.show(TITLE);
    }
}
