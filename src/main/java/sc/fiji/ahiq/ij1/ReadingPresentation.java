/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import sc.fiji.ahiq.command.ScoresReader;

/** Of a command that reads the table of scores. */
final class ReadingPresentation implements Presentation {

    private final ScoresReader command;
    private final Presentation outputs;

    ReadingPresentation(ScoresReader command, Presentation outputs) {
        this.command = command;
        this.outputs = outputs;
    }

    @Override
    public void start() {
        outputs.start();
        command.setScores(() -> ScoreTable.current().data());
    }

    @Override
    public void stop() {
        outputs.stop();
    }

    @Override
    public String result() {
        return outputs.result();
    }
}
