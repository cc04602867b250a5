/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.Optional;
import sc.fiji.ahiq.command.RowSource;

/** Rows in the score table while they come. */
final class RowsPresentation implements Presentation {

    private final RowSource command;
    private final Presentation outputs;

    RowsPresentation(RowSource command, Presentation outputs) {
        this.command = command;
        this.outputs = outputs;
    }

    @Override
    public void start() {
        outputs.start();
        ScoreTable table = ScoreTable.current();
        command.setRows(row -> table.append(new TableRow(row, false, Optional.empty())));
    }

    @Override
    public void stop() {
        outputs.stop();
    }

    /** The path of the results file, or the rows as text. */
    @Override
    public String result() {
        return outputs.result();
    }
}
