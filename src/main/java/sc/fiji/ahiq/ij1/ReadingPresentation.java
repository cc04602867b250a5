/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import sc.fiji.ahiq.command.ScoresReader;

/** Of a command that reads the table of scores. */
final class ReadingPresentation extends AddedPresentation {

    private final ScoresReader command;

    ReadingPresentation(ScoresReader command, Presentation outputs) {
        super(outputs);
        this.command = command;
    }

    @Override
    public void start() {
        super.start();
        command.setScores(() -> ScoreTable.current().data());
    }
}
