/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rows of a table with the cells that it does not show. ImageJ's tables are copied, lose rows and are sorted
 * without telling anybody, so a row is found again by the cells that are shown.
 */
final class CompleteRows {

    private final List<Shown> rows = new ArrayList<>();

    /** @param texts of the cells as the table shows them */
    private record Shown(TableRow row, Map<String, String> texts) {}

    /** Of the last row of the table. */
    void add(TableRow row, ResultsTable table, Iterable<String> columns) {
        Map<String, String> texts = new LinkedHashMap<>();
        int last = table.size() - 1;
        columns.forEach(column -> texts.put(column, table.getStringValue(column, last)));
        rows.add(new Shown(row, texts));
    }

    void clear() {
        rows.clear();
    }

    /** What belongs to each row of the table; empty for one that was changed, or put in by somebody else. */
    List<Optional<TableRow>> of(ResultsTable table, int from, int to) {
        List<String> headings = Arrays.asList(table.getHeadings());
        TreeSet<Integer> free = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            free.add(i);
        }
        List<Optional<TableRow>> found = new ArrayList<>();
        for (int row = from; row < to; row++) {
            Optional<Integer> index = find(table, headings, row, free);
            index.ifPresent(free::remove);
            found.add(index.map(i -> rows.get(i).row()));
        }
        return found;
    }

    /** At the same place if possible, or else the next that looks alike. */
    private Optional<Integer> find(ResultsTable table, List<String> headings, int row, TreeSet<Integer> free) {
        if (free.contains(row) && isShown(rows.get(row), table, headings, row)) {
            return Optional.of(row);
        }
        return free.stream()
                .filter(i -> isShown(rows.get(i), table, headings, row))
                .findFirst();
    }

    private static boolean isShown(Shown shown, ResultsTable table, List<String> headings, int row) {
        return shown.texts().entrySet().stream()
                .allMatch(cell -> headings.contains(cell.getKey())
                        && cell.getValue().equals(table.getStringValue(cell.getKey(), row)));
    }
}
