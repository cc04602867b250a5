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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
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
    private final String title;

    private ScoreTable(ResultsTable table, String title) {
        this.table = table;
        this.title = title;
    }

    /** ImageJ's own <i>Results</i>, which macros read with and without a display. */
    static ScoreTable results() {
        return new ScoreTable(ResultsTable.getResultsTable(), "Results");
    }

    /** The table whose window is open, or a new one; without a display always the same. */
    static ScoreTable current() {
        if (GraphicsEnvironment.isHeadless()) {
            return new ScoreTable(HEADLESS, TITLE);
        }
        ResultsTable open = ResultsTable.getResultsTable(TITLE);
        return new ScoreTable(open == null ? new ResultsTable() : open, TITLE);
    }

    void append(ScoreRow row) {
        synchronized (table) {
            table.setNaNEmptyCells(true); // not 0, the score of a metric that an earlier or later run did not have
            table.addRow();
            leaveEmpty(row.cells().keySet());
            row.cells().forEach(this::addCell);
        }
        table.show(title);
    }

    /** The other cells of the last row: a table whose window is open forgets what its empty cells are to be. */
    private void leaveEmpty(Set<String> columns) {
        for (int column = 0; column <= table.getLastColumn(); column++) {
            if (table.columnExists(column) && !columns.contains(table.getColumnHeading(column))) {
                table.addValue(column, Double.NaN);
            }
        }
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

    /**
     * The text of a cell, numbers in all their digits.
     *
     * @param row from 0 on; without it, the last
     * @throws UsageException if there is no such cell; the message tells those there are
     */
    String cell(String column, Optional<String> row) {
        synchronized (table) {
            int index = table.getColumnIndex(column);
            if (!table.columnExists(index)) {
                throw new UsageException("Expected a column out of " + String.join(", ", table.getHeadings())
                        + ", but found '" + column + "'.");
            }
            String last = Integer.toString(table.size() - 1);
            String chosen = row.orElse(last);
            if (!chosen.matches("\\d{1,9}") || Integer.parseInt(chosen) >= table.size()) {
                throw new UsageException("Expected a row from 0 to " + last + ", but found '" + chosen + "'.");
            }
            return text(index, Integer.parseInt(chosen));
        }
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
