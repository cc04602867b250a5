/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.Optional;
import sc.fiji.ahiq.command.RowSource;

/** Rows in the score table while they come. */
final class RowsPresentation extends AddedPresentation {

    private final RowSource command;

    RowsPresentation(RowSource command, Presentation outputs) {
        super(outputs);
        this.command = command;
    }

    @Override
    public void start() {
        super.start();
        ScoreTable table = ScoreTable.current();
        command.setRows(row -> table.append(new TableRow(row, false, Optional.empty())));
    }
}
