/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.PrintWriter;
import java.util.List;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRun;

/** Prints rows as they are finished. Closing ends the document, not the stream. */
interface ScorePrinter extends AutoCloseable {

    static ScorePrinter of(TextFormat format, ScoringRun run, PrintWriter out) {
        return switch (format) {
            case TABLE -> new TablePrinter(run, out);
            case CSV -> new CsvPrinter(ScoreRow.columns(run.info()), out);
            case JSON -> new JsonPrinter(out);
        };
    }

    /** @param crops of the pair; empty if it was scored as a whole */
    void print(ScoreRow row, List<CropScore> crops);

    @Override
    void close();
}
