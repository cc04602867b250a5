/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.model.ModelCard;
import sc.fiji.ahiq.scoring.CropScore;
import sc.fiji.ahiq.scoring.ScoreRow;

/** For people: what all rows share first, then a line for each. */
final class TablePrinter implements ScorePrinter {

    private static final int SHORT_HASH = 12;

    private final ModelCard card;
    private final PrintWriter out;
    private boolean headed;

    TablePrinter(ModelCard card, PrintWriter out) {
        this.card = card;
        this.out = out;
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        Map<String, Object> cells = row.cells();
        if (!headed) {
            head(cells);
            headed = true;
        }
        if (cells.get("error") != null) {
            out.printf(Locale.ROOT, "%14s  %10s  %8s  %8s  %s%n", "failed", "", "", "", cells.get("distorted"));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%14.9f  %10s  %7.1f%%  %7.1fs  %s%n",
                    cells.get("score"),
                    cells.get("sd") == null ? "" : String.format(Locale.ROOT, "%.6f", cells.get("sd")),
                    100 * (Double) cells.get("coverage"),
                    cells.get("seconds"),
                    cells.get("distorted"));
        }
        out.flush();
    }

    private void head(Map<String, Object> cells) {
        out.println("model      " + card.name() + " (weights "
                + cells.get("weights_sha256").toString().substring(0, SHORT_HASH) + "): " + card.description());
        out.println("reference  " + cells.get("reference"));
        out.println("crops      " + cells.get("crop_plan") + ", seed " + cells.get("seed") + ", " + cells.get("device")
                + " " + cells.get("precision"));
        if (cells.get("range") != null) {
            out.println("range      " + cells.get("range"));
        }
        out.println();
        out.printf("%14s  %10s  %8s  %8s  %s%n", "score", "sd", "coverage", "time", "distorted");
    }

    @Override
    public void close() {
        out.flush();
    }
}
