/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import sc.fiji.ahiq.command.CompareImages;
import sc.fiji.ahiq.command.Diagnose;
import sc.fiji.ahiq.command.EvaluateDataset;
import sc.fiji.ahiq.command.RowSource;
import sc.fiji.ahiq.command.ScoresReader;
import sc.fiji.ahiq.command.ScoringCommand;

/** Shows one run of a command in ImageJ. */
interface Presentation {

    /** Of a command whose inputs are set. */
    static Presentation of(CommandModule module) {
        Command command = module.getCommand();
        Presentation outputs = new OutputPresentation(module);
        if (command instanceof ScoringCommand scoring) {
            return new ScorePresentation(scoring);
        }
        if (command instanceof RowSource rows) {
            Presentation shown = new RowsPresentation(rows, outputs);
            return command instanceof CompareImages ? new ComparePresentation(module, shown) : shown;
        }
        if (command instanceof ScoresReader reader) {
            return new ReadingPresentation(reader, outputs);
        }
        if (command instanceof Diagnose diagnose) {
            return new DiagnosticsPresentation(diagnose, outputs);
        }
        return command instanceof EvaluateDataset evaluation
                ? new EvaluationPresentation(evaluation, outputs)
                : outputs;
    }

    /** The command is about to run. */
    void start();

    /** The command has ended, in whatever way; shows what there is. */
    void stop();

    /** After success: the text that {@code call} returns to a macro. */
    String result();
}
