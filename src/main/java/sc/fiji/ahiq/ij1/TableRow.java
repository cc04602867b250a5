/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * A row of the table of scores: all that is known, and what of it is shown.
 *
 * @param planes whether slices and frames are shown
 * @param images what was scored, where it may be open
 */
record TableRow(ScoreRow row, boolean planes, Optional<RowImages> images) {

    Map<String, Object> cells(boolean all) {
        return all ? TableColumns.all(row) : TableColumns.few(row, planes);
    }
}
