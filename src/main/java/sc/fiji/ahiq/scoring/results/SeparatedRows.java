/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of cells with a separator between them (RFC 4180), below a header. */
record SeparatedRows(CsvText text) implements RowFormat {

    @Override
    public Optional<CsvText> separated() {
        return Optional.of(text);
    }

    @Override
    public String header(List<String> columns) {
        return text.line(columns);
    }

    @Override
    public String line(Map<String, Object> row) {
        return text.line(row.values());
    }

    @Override
    public Row parse(String line, List<String> columns, int number, Span span) {
        List<String> cells = text.cells(line);
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
    public List<String> columns(String firstLine) {
        return text.cells(firstLine);
    }

    @Override
    public String toString() {
        return "values separated by " + text;
    }
}
