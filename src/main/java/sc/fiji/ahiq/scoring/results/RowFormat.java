/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * How a row is a line of a file. Cells are texts, numbers or null; a row that was read is written again with the same
 * bytes.
 */
enum RowFormat {
    /** RFC 4180 with a header. */
    CSV {
        @Override
        String header(List<String> columns) {
            return CsvText.line(columns);
        }

        @Override
        String line(Map<String, Object> row) {
            return CsvText.line(row.values());
        }

        @Override
        Row parse(String line, List<String> columns, int number, Span span) {
            List<String> cells = CsvText.cells(line);
            if (cells.size() != columns.size()) {
                String problem = "expected " + columns.size() + " cells, found " + cells.size();
                return new Row(number, span, Map.of(), problem);
            }
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i).isEmpty() ? null : cells.get(i));
            }
            return new Row(number, span, row, null);
        }

        @Override
        List<String> columns(String firstLine) {
            return CsvText.cells(firstLine);
        }
    },

    /** An object a line, without a header. */
    JSON_LINES {
        @Override
        String header(List<String> columns) {
            return "";
        }

        @Override
        String line(Map<String, Object> row) {
            return JsonText.line(row) + "\n";
        }

        @Override
        Row parse(String line, List<String> columns, int number, Span span) {
            Map<String, Object> found = new LinkedHashMap<>();
            object(line).entrySet().forEach(cell -> found.put(cell.getKey(), value(cell.getValue())));
            Map<String, Object> row = Columns.current(found);
            boolean whole = List.copyOf(row.keySet()).equals(columns);
            String problem = whole ? null : "expected the keys " + columns + ", found " + row.keySet();
            return new Row(number, span, row, problem);
        }

        private Object value(JsonElement element) {
            if (element.isJsonNull()) {
                return null;
            }
            if (!element.isJsonPrimitive()) {
                return element;
            }
            return element.getAsJsonPrimitive().isNumber() ? element.getAsNumber() : element.getAsString();
        }

        @Override
        List<String> columns(String firstLine) {
            return List.copyOf(object(firstLine).keySet());
        }

        private JsonObject object(String line) {
            try {
                JsonElement element = JsonParser.parseString(line);
                if (element.isJsonObject()) {
                    return element.getAsJsonObject();
                }
            } catch (JsonParseException e) {
                throw new IllegalArgumentException("expected a JSON object", e);
            }
            throw new IllegalArgumentException("expected a JSON object");
        }
    };

    private static final String JSON_ENDING = ".jsonl";

    /** @throws UsageException unless the name of the file ends in {@code .csv} or {@code .jsonl} */
    static RowFormat of(Path results) {
        if (!results.toString().endsWith(".csv") && !results.toString().endsWith(JSON_ENDING)) {
            throw new UsageException(
                    "Expected a results file whose name ends in .csv (CSV) or .jsonl (a JSON object a line),"
                            + " but found " + results + ".");
        }
        return ofAny(results);
    }

    /** The format of a file of any name. */
    static RowFormat ofAny(Path table) {
        return table.toString().endsWith(JSON_ENDING) ? JSON_LINES : CSV;
    }

    /** What a file begins with. */
    abstract String header(List<String> columns);

    /** The row with its line break. */
    abstract String line(Map<String, Object> row);

    /**
     * A row; one without all columns has the problem, too.
     *
     * @throws IllegalArgumentException if the line is not of this format
     */
    abstract Row parse(String line, List<String> columns, int number, Span span);

    /**
     * The columns of a file.
     *
     * @throws IllegalArgumentException if the line is not of this format
     */
    abstract List<String> columns(String firstLine);
}
