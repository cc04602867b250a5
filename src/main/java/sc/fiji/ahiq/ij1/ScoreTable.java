/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.AtomicFile;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * The table {@code AHIQ Scores}, to which all runs append. It keeps 9 decimals, the most that ImageJ can, when its window
 * saves it, and all digits when {@link #save} does; without a display it exists, too, but no window shows it.
 */
final class ScoreTable {

    static final String TITLE = "AHIQ Scores";

    private static final int DECIMALS = 9;
    private static final ResultsTable HEADLESS = new ResultsTable();

    private final ResultsTable table;

    private ScoreTable(ResultsTable table) {
        this.table = table;
    }

    /** The table whose window is open, or a new one; without a display always the same. */
    static ScoreTable current() {
        if (GraphicsEnvironment.isHeadless()) {
            return new ScoreTable(HEADLESS);
        }
        ResultsTable open = ResultsTable.getResultsTable(TITLE);
        return new ScoreTable(open == null ? new ResultsTable() : open);
    }

    void append(ScoreRow row) {
        synchronized (table) {
            table.setNaNEmptyCells(true); // not 0, the score of a metric that an earlier or later run did not have
            table.addRow();
            row.cells().forEach(this::addCell);
        }
        table.show(TITLE);
    }

    private void addCell(String column, Object value) {
        if (value instanceof Double number) {
            table.addValue(column, number);
            table.setDecimalPlaces(table.getColumnIndex(column), DECIMALS);
        } else if (value instanceof Integer number) {
            table.addValue(column, number);
        } else {
            table.addValue(column, value == null ? "" : value.toString());
        }
    }

    /**
     * Writes the table as ImageJ does, separated by commas for {@code *.csv} and by tabs for others, but with all digits of
     * numbers, so that they are read back as they are.
     *
     * @throws ResultsException if the file cannot be written
     */
    void save(String path) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(path.toLowerCase(Locale.ROOT).endsWith(".csv") ? ',' : '\t')
                .get();
        try {
            AtomicFile.write(Path.of(path), channel -> {
                try (CSVPrinter csv = format.print(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                    print(csv);
                }
            });
        } catch (InvalidPathException e) {
            throw new ResultsException("Cannot write the table " + path + ": " + e.getReason(), e);
        } catch (IOException e) {
            throw new ResultsException("Cannot write the table " + path + ": " + IoReason.of(e), e);
        }
        IJ.showStatus("Saved " + path);
    }

    private void print(CSVPrinter csv) throws IOException {
        synchronized (table) {
            String[] headings = table.getHeadings();
            csv.printRecord((Object[]) headings);
            for (int row = 0; row < table.size(); row++) {
                for (String heading : headings) {
                    csv.print(text(table.getColumnIndex(heading), row));
                }
                csv.println();
            }
        }
    }

    private String text(int column, int row) {
        double value = table.getValueAsDouble(column, row);
        boolean fraction = Double.isFinite(value) && value != Math.rint(value);
        return fraction ? Double.toString(value) : table.getStringValue(column, row);
    }
}
