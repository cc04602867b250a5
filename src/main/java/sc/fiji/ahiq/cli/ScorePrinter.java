/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.scoring.CropScore;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoreRow;

/** Prints rows as they are finished. Closing ends the document, not the stream. */
interface ScorePrinter extends AutoCloseable {

    /** @param card of the model, if AHIQ is among the metrics */
    static ScorePrinter of(ScoreFormat format, MetricSelection metrics, Optional<ModelCard> card, PrintWriter out) {
        return switch (format) {
            case TABLE -> new TablePrinter(metrics, card, out);
            case CSV -> new CsvPrinter(ScoreRow.columns(metrics), out);
            case JSON -> new JsonPrinter(out);
        };
    }

    /** @param crops of the pair; empty if AHIQ did not score it */
    void print(ScoreRow row, List<CropScore> crops);

    @Override
    void close();
}
