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
import sc.fiji.ahiq.scoring.results.CsvText;

/** RFC 4180 with a header line; numbers in full precision. */
final class CsvPrinter implements ScorePrinter {

    private final PrintWriter out;

    CsvPrinter(List<String> columns, PrintWriter out) {
        this.out = out;
        out.print(CsvText.COMMAS.line(columns));
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        out.print(CsvText.COMMAS.line(row.cells().values()));
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
