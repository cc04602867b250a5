/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import sc.fiji.ahiq.command.ScoreFolder;

/** Rows in the score table while they come, and the report in the log. */
final class FolderPresentation implements Presentation<ScoreFolder> {

    private final OutputPresentation outputs = new OutputPresentation();

    @Override
    public void start(ScoreFolder command) {
        outputs.start(command);
        command.setRows(ScoreTable.current()::append);
    }

    @Override
    public void stop(ScoreFolder command) {
        outputs.stop(command);
        if (command.report() != null) {
            IJ.log(command.report());
        }
    }

    /** The path of the results file. */
    @Override
    public String result(ScoreFolder command) {
        return command.results().getPath();
    }
}
