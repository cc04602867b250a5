/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.io.OutputFile;
import sc.fiji.ahiq.scoring.results.parquet.ColumnKind;
import sc.fiji.ahiq.scoring.results.parquet.ParquetTable;
import sc.fiji.ahiq.scoring.results.parquet.ParquetWriter;

/**
 * Results in the format of Apache Parquet, to which no row can be appended: while a run goes on its rows are in
 * {@code NAME.parquet.csv}.
 */
final class ParquetResults {

    private ParquetResults() {}

    static boolean is(Path results) {
        return results.toString().endsWith(".parquet");
    }

    /** Where the rows are while a run goes on. */
    static Path rows(Path results) {
        return results.resolveSibling(results.getFileName() + ".csv");
    }

    /** Writes what is in a whole file of rows. */
    static void write(Path results, Path rows) {
        OutputFile.write(results, "results file", out -> {
            try (TableReader reader = TableReader.open(rows)) {
                Map<String, ColumnKind> columns = new LinkedHashMap<>();
                reader.columns().orElse(List.of()).forEach(column -> columns.put(column, Columns.kind(column)));
                ParquetWriter writer = new ParquetWriter(out, columns);
                for (Row row = reader.nextWhole(); row != null; row = reader.nextWhole()) {
                    List<Object> cells = new ArrayList<>();
                    for (Map.Entry<String, ColumnKind> column : columns.entrySet()) {
                        cells.add(cell(row.text(column.getKey()), column.getValue()));
                    }
                    writer.add(cells);
                }
                writer.finish();
            }
        });
    }

    private static Object cell(String text, ColumnKind kind) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
        };
    }

    /** Makes the file of rows again, to go on with it. */
    static void restore(Path results, Path rows, RowFormat format) throws IOException {
        ParquetTable table = ParquetTable.read(results);
        OutputFile.write(rows, "results file", out -> {
            out.write(format.header(table.columns()).getBytes(StandardCharsets.UTF_8));
            for (List<Object> cells : table.rows()) {
                Map<String, Object> row = row(table.columns(), cells);
                out.write(format.line(row).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static Map<String, Object> row(List<String> columns, List<Object> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    /** All of a file. */
    static LoadedTable load(Path file) throws IOException {
        ParquetTable table = ParquetTable.read(file);
        List<String> columns = Columns.current(table.columns());
        List<Row> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            rows.add(new Row(rows.size() + 1, new Span(0, 0), row(columns, cells), null));
        }
        return new LoadedTable(file, columns, rows, false);
    }
}
