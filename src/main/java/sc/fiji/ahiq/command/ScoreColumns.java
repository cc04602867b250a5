/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.results.DataTable;

/** The columns of a table of scores, whose cells are texts. */
final class ScoreColumns {

    private final DataTable table;

    ScoreColumns(DataTable table) {
        this.table = table;
    }

    /** Number of rows. */
    int size() {
        return table.rows().size();
    }

    boolean has(String column) {
        return table.columns().contains(column);
    }

    /** @throws UsageException naming the key if there is no such column */
    void require(String key, String column) {
        if (!has(column)) {
            throw new UsageException(key + "=" + column + ": expected a column of the table, out of "
                    + String.join(", ", table.columns()) + ".");
        }
    }

    /** Whether there are several texts in it. */
    boolean varies(String column) {
        return has(column) && new HashSet<>(texts(column)).size() > 1;
    }

    /** Those with scores of metrics. */
    List<String> metrics() {
        return table.columns().stream()
                .filter(ScoreRow::isMetric)
                .filter(column -> Arrays.stream(numbers(column)).anyMatch(Double::isFinite))
                .toList();
    }

    /** Of every row, NaN where there is none or no such column. */
    double[] numbers(String column) {
        return has(column)
                ? texts(column).stream().mapToDouble(ScoreColumns::number).toArray()
                : IntStream.range(0, size()).mapToDouble(i -> Double.NaN).toArray();
    }

    /** 1, 2, ... */
    double[] rows() {
        return IntStream.rangeClosed(1, size()).asDoubleStream().toArray();
    }

    /**
     * Numbers, or else the places of texts in the order in which they come first, from 0 on.
     *
     * @param categories gets the texts, if they are not numbers
     */
    double[] places(String column, List<String> categories) {
        require("x", column);
        List<String> texts = texts(column);
        if (texts.stream().allMatch(text -> text.isEmpty() || text.equals("NaN") || !Double.isNaN(number(text)))) {
            return numbers(column);
        }
        texts.stream().distinct().forEach(categories::add);
        return texts.stream().mapToDouble(categories::indexOf).toArray();
    }

    private List<String> texts(String column) {
        int index = table.columns().indexOf(column);
        return table.rows().stream().map(row -> row.get(index).toString()).toList();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
