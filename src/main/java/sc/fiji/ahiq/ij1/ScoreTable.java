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
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * The table {@code AHIQ Scores}, to which all runs append. It keeps 9 decimals when it is saved; without a display it exists,
 * too, but no window shows it.
 */
final class ScoreTable {

    static final String TITLE = "AHIQ Scores";

    private static final int DECIMALS = 9;
    private static final List<String> NUMBERS = List.of("score", "sd", "coverage", "seconds");

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
            table.addRow();
            for (String column : columns()) {
                Object value = row.cells().get(column);
                if (value instanceof Number number && !column.equals("seed")) {
                    table.addValue(column, number.doubleValue());
                } else {
                    table.addValue(column, value == null ? "" : value.toString());
                }
            }
            NUMBERS.forEach(column -> table.setDecimalPlaces(table.getColumnIndex(column), DECIMALS));
        }
        table.show(TITLE);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(ScoreRow.COLUMNS);
        columns.addAll(columns.indexOf("distorted") + 1, ScoreRow.PLANE_COLUMNS);
        return columns;
    }

    /** @throws UsageException if the file cannot be written */
    void save(String path) {
        try {
            table.saveAs(path);
        } catch (IOException e) {
            throw new UsageException("Cannot write the table " + path + ": " + e.getMessage(), e);
        }
        IJ.showStatus("Saved " + path);
    }
}
