/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.results.Columns;

/** Which cells of a row of scores a table shows, and in which order: what failed stands beside the scores. */
final class TableColumns {

    private static final List<String> WHICH =
            List.of(Columns.REFERENCE, Columns.DISTORTED, "channel", "slice", "frame");
    private static final List<String> HOW = List.of(Columns.ERROR, Columns.SD, Columns.MODEL);
    private static final List<String> PLANES = List.of("slice", "frame");

    private TableColumns() {}

    /** All cells. */
    static Map<String, Object> all(ScoreRow row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        row.cells().forEach((column, value) -> {
            if (column.equals(Columns.ERROR)) {
                return;
            }
            cells.put(column, value);
            if (column.equals(lastMetric(row)) && row.cells().containsKey(Columns.ERROR)) {
                cells.put(Columns.ERROR, row.error());
            }
        });
        return cells;
    }

    /**
     * Those that most people look at: images, scores, what failed, and by which model.
     *
     * @param planes whether to tell slices and frames
     */
    static Map<String, Object> few(ScoreRow row, boolean planes) {
        List<String> columns = new ArrayList<>(WHICH);
        if (!planes) {
            columns.removeAll(PLANES);
        }
        if (row.cells().get("channel") == null) {
            columns.remove("channel");
        }
        columns.addAll(metrics(row));
        columns.addAll(HOW);
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.stream()
                .filter(row.cells()::containsKey)
                .forEach(column -> cells.put(column, row.cells().get(column)));
        return cells;
    }

    /** Columns of scores. */
    static List<String> metrics(ScoreRow row) {
        return row.cells().keySet().stream().filter(ScoreRow::isMetric).toList();
    }

    private static String lastMetric(ScoreRow row) {
        List<String> metrics = metrics(row);
        return metrics.isEmpty() ? Columns.DISTORTED : metrics.get(metrics.size() - 1);
    }
}
