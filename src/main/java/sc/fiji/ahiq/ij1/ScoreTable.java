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
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * The table {@code AHIQ Scores}, to which all runs append. It keeps 9 decimals when it is saved; without a display it exists,
 * too, but no window shows it.
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
