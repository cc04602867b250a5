/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.results.parquet.ParquetTable;

/**
 * A table of results in memory.
 *
 * @param columns in the order of the file, by the names that they have now; of JSON lines, those of all rows
 * @param rows in the order of the file; those that lack cells of comma-separated values have none at all
 * @param torn whether the last row was torn, which is left out
 */
public record LoadedTable(Path file, List<String> columns, List<Row> rows, boolean torn) {

    public LoadedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @throws UsageException if the file cannot be read or is no table */
    public static LoadedTable read(Path file) {
        try {
            return ParquetTable.is(file) ? ParquetResults.load(file) : readText(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static LoadedTable readText(Path file) throws IOException {
        try (TableReader reader = TableReader.open(file)) {
            Set<String> columns = new LinkedHashSet<>();
            for (String column : reader.columns().orElse(List.of())) {
                if (!columns.add(column)) {
                    throw new MalformedTableException(1, "the column '" + column + "' is repeated", null);
                }
            }
            List<Row> rows = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
                columns.addAll(row.cells().keySet());
            }
            return new LoadedTable(file, List.copyOf(columns), rows, reader.torn());
        }
    }

    static UsageException unreadable(Path file, IOException e) {
        if (e instanceof MalformedTableException) {
            return new UsageException(
                    "Expected a table of comma-separated values with a header, or JSON lines (*.jsonl), but in " + file
                            + " " + Printable.of(e.getMessage())
                            + ". Correct or remove that line, or name another file.",
                    e);
        }
        return new UsageException("Cannot read the results file " + file + ": " + IoReason.of(e) + ".", e);
    }

    /** The different values of a column, such as {@code model}, sorted; none if there is no such column. */
    public Set<String> values(String column) {
        Set<String> values = new TreeSet<>();
        rows.forEach(row -> values.add(row.text(column)));
        values.remove("");
        return values;
    }

    /** The numbers of some columns of a row, see {@link #number}. */
    public double[] numbers(Row row, List<String> wanted) {
        return wanted.stream().mapToDouble(column -> number(row, column)).toArray();
    }

    /**
     * A number of a row, NaN for an empty cell.
     *
     * @throws UsageException if there is something else
     */
    public double number(Row row, String column) {
        String text = row.text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "Expected a number in the column " + Printable.of(column) + ", but line " + row.line() + " of "
                            + file + " has '" + Printable.of(text) + "'. Correct it, or choose other columns.",
                    e);
        }
    }
}
