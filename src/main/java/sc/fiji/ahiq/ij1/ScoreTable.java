/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.results.DataTable;

/**
 * The table {@code AHIQ Scores}, to which all runs append. It keeps 9 decimals, the most that ImageJ can, when its
 * window saves it, and all digits when {@link #save} does; without a display it exists, too, but no window shows it.
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
     * Writes the table as ImageJ does, separated by commas for {@code *.csv} and by tabs for others, but with all
     * digits of numbers, so that they are read back as they are.
     *
     * @throws ResultsException if the file cannot be written
     */
    void save(String path) {
        try {
            OutputFile.writeText(
                    Path.of(path), "table", text(path.toLowerCase(Locale.ROOT).endsWith(".csv")));
        } catch (InvalidPathException e) {
            throw new ResultsException("Cannot write the table " + path + ": " + e.getReason(), e);
        }
        IJ.showStatus("Saved " + path);
    }

    private String text(boolean commas) {
        synchronized (table) {
            List<String> headings = List.of(table.getHeadings());
            List<List<Object>> rows = IntStream.range(0, table.size())
                    .mapToObj(row -> cells(headings, row))
                    .toList();
            DataTable texts = new DataTable(headings, rows);
            return commas ? texts.csv() : texts.tabbed();
        }
    }

    private List<Object> cells(List<String> headings, int row) {
        return headings.stream()
                .<Object>map(heading -> text(table.getColumnIndex(heading), row))
                .toList();
    }

    private String text(int column, int row) {
        double value = table.getValueAsDouble(column, row);
        boolean fraction = Double.isFinite(value) && value != Math.rint(value);
        return fraction ? Double.toString(value) : table.getStringValue(column, row);
    }
}
