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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that are JSON objects, without a header. */
record JsonRows() implements RowFormat {

    @Override
    public Optional<CsvText> separated() {
        return Optional.empty();
    }

    @Override
    public String header(List<String> columns) {
        return "";
    }

    @Override
    public String line(Map<String, Object> row) {
        return JsonText.line(row) + "\n";
    }

    @Override
    public Row parse(String line, List<String> columns, int number, Span span) {
        Map<String, Object> found = new LinkedHashMap<>();
        object(line).entrySet().forEach(cell -> found.put(cell.getKey(), value(cell.getValue())));
        Map<String, Object> row = Columns.current(found);
        boolean whole = List.copyOf(row.keySet()).equals(columns);
        String problem = whole ? null : "expected the keys " + columns + ", found " + row.keySet();
        return new Row(number, span, row, problem);
    }

    private static Object value(JsonElement element) {
        if (element.isJsonNull()) {
            return null;
        }
        if (!element.isJsonPrimitive()) {
            return element;
        }
        return element.getAsJsonPrimitive().isNumber() ? element.getAsNumber() : element.getAsString();
    }

    @Override
    public List<String> columns(String firstLine) {
        return List.copyOf(object(firstLine).keySet());
    }

    private static JsonObject object(String line) {
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

    @Override
    public String toString() {
        return "JSON objects";
    }
}
