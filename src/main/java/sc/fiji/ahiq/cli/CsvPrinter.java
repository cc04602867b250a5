/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.scoring.ScoreRow;

/** RFC 4180 with a header line; numbers in full precision. */
final class CsvPrinter implements ScorePrinter {

    private final CSVPrinter csv;

    CsvPrinter(List<String> columns, PrintWriter out) {
        try {
            csv = CSVFormat.RFC4180
                    .builder()
                    .setHeader(columns.toArray(String[]::new))
                    .get()
                    .print(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        try {
            csv.printRecord(row.cells().values());
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
