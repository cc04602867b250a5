/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import ij.Prefs;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.DataTable;

/**
 * The table {@code AHIQ Scores}, to which all runs append. It shows a few columns, or all; {@link #save} and macros
 * have all. It keeps 9 decimals, the most that ImageJ can, when its window saves it, and all digits when {@link #save}
 * does; without a display it exists, too, but no window shows it.
 */
final class ScoreTable {

    static final String TITLE = "AHIQ Scores";

    private static final String SHOW_ALL = "ahiq.showAllColumns";
    private static final int DECIMALS = 9;
    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final ResultsTable HEADLESS = new ResultsTable();
    private static final CompleteRows OF_SCORES = new CompleteRows();
    private static final CompleteRows OF_RESULTS = new CompleteRows();

    private final ResultsTable table;
    private final String title;
    private final CompleteRows complete;

    private ScoreTable(ResultsTable table, String title, CompleteRows complete) {
        this.table = table;
        this.title = title;
        this.complete = complete;
        if (table.size() == 0) {
            complete.clear();
        }
    }

    /** ImageJ's own <i>Results</i>, which macros read with and without a display; it has all columns. */
    static ScoreTable results() {
        return new ScoreTable(ResultsTable.getResultsTable(), "Results", OF_RESULTS);
    }

    /** The table whose window is open, or a new one; without a display always the same. */
    static ScoreTable current() {
        if (GraphicsEnvironment.isHeadless()) {
            return new ScoreTable(HEADLESS, TITLE, OF_SCORES);
        }
        ResultsTable open = ResultsTable.getResultsTable(TITLE);
        return new ScoreTable(open == null ? new ResultsTable() : open, TITLE, OF_SCORES);
    }

    /** Whether the user wants to see all columns. */
    static boolean showsAll() {
        return Prefs.get(SHOW_ALL, false);
    }

    private boolean hasAll() {
        return !title.equals(TITLE) || showsAll();
    }

    void append(TableRow row) {
        synchronized (table) {
            add(row);
        }
        show();
    }

    /** The images of a row, from 0 on. */
    Optional<RowImages> images(int row) {
        synchronized (table) {
            return row < 0 || row >= table.size()
                    ? Optional.empty()
                    : complete.of(table, 0, row + 1).get(row).flatMap(TableRow::images);
        }
    }

    private void show() {
        table.show(title);
        if (title.equals(TITLE)) {
            TableMenu.addTo(WindowManager.getFrame(TITLE));
        }
    }

    private void add(TableRow row) {
        Map<String, Object> cells = row.cells(hasAll());
        addRow(cells);
        complete.add(row, table, cells.keySet());
    }

    private void addRow(Map<String, Object> cells) {
        table.setNaNEmptyCells(true); // not 0, the score of a metric that an earlier or later run did not have
        table.addRow();
        leaveEmpty(cells.keySet());
        cells.forEach(this::addCell);
    }

    /** Shows all columns, or few, from now on. */
    void showAll(boolean all) {
        Prefs.set(SHOW_ALL, all);
        synchronized (table) {
            List<Optional<TableRow>> known = complete.of(table, 0, table.size());
            List<Map<String, Object>> seen =
                    IntStream.range(0, table.size()).mapToObj(this::seen).toList();
            table.reset();
            complete.clear();
            for (int i = 0; i < seen.size(); i++) {
                if (known.get(i).isPresent()) {
                    add(known.get(i).get());
                } else {
                    addRow(seen.get(i));
                }
            }
        }
        show();
    }

    private Map<String, Object> seen(int row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (String heading : table.getHeadings()) {
            double value = table.getValue(heading, row);
            cells.put(heading, Double.isNaN(value) ? table.getStringValue(heading, row) : (Object) value);
        }
        return cells;
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
     * digits of numbers, so that they are read back as they are. Replaces a table of scores, and no other file.
     *
     * @throws UsageException if there is another file
     * @throws ResultsException if the file cannot be written
     */
    void save(String path) {
        try {
            Path file = Path.of(path);
            requireReplaceable(file);
            OutputFile.writeText(
                    file, "table", text(path.toLowerCase(Locale.ROOT).endsWith(".csv")));
        } catch (InvalidPathException e) {
            throw new ResultsException("Cannot write the table " + path + ": " + e.getReason(), e);
        }
        IJ.showStatus("Saved " + path);
    }

    private static void requireReplaceable(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(MOST_HEADER_BYTES), StandardCharsets.ISO_8859_1);
            List<String> columns = List.of(start.lines().findFirst().orElse("").split("[,\t]"));
            if (!start.isBlank() && !columns.containsAll(List.of(Columns.REFERENCE, Columns.DISTORTED))) {
                throw new UsageException(
                        file + " exists and is no table of scores, so it is not replaced. Save the table"
                                + " under another name.");
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot replace " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * The text of a cell, numbers in all their digits.
     *
     * @param row from 0 on; without it, the last
     * @throws UsageException if there is no such cell; the message tells those there are
     */
    String cell(String column, Optional<String> row) {
        synchronized (table) {
            DataTable all = data();
            int index = all.columns().indexOf(column);
            if (index < 0) {
                throw new UsageException("Expected a column out of " + String.join(", ", all.columns())
                        + ", but found '" + column + "'.");
            }
            String last = Integer.toString(table.size() - 1);
            String chosen = row.orElse(last);
            if (!chosen.matches("\\d{1,9}") || Integer.parseInt(chosen) >= table.size()) {
                throw new UsageException("Expected a row from 0 to " + last + ", but found '" + chosen + "'.");
            }
            return all.rows().get(Integer.parseInt(chosen)).get(index).toString();
        }
    }

    private String text(boolean commas) {
        return commas ? data().csv() : data().tabbed();
    }

    /** All cells, shown or not, as texts; numbers in all their digits, and NaN where there is none. */
    DataTable data() {
        synchronized (table) {
            List<Optional<TableRow>> known = complete.of(table, 0, table.size());
            List<Map<String, String>> rows = new ArrayList<>();
            Set<String> columns = new LinkedHashSet<>();
            for (int row = 0; row < table.size(); row++) {
                Map<String, String> texts = new LinkedHashMap<>();
                known.get(row).ifPresent(found -> found.cells(true)
                        .forEach((column, value) -> texts.put(column, text(value))));
                for (String heading : table.getHeadings()) {
                    texts.putIfAbsent(heading, text(table.getColumnIndex(heading), row));
                }
                columns.addAll(texts.keySet());
                rows.add(texts);
            }
            List<List<Object>> cells = rows.stream()
                    .map(row -> columns.stream()
                            .<Object>map(column -> row.getOrDefault(column, "NaN"))
                            .toList())
                    .toList();
            return new DataTable(List.copyOf(columns), cells);
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private String text(int column, int row) {
        double value = table.getValueAsDouble(column, row);
        boolean fraction = Double.isFinite(value) && value != Math.rint(value);
        return fraction ? Double.toString(value) : table.getStringValue(column, row);
    }
}
