/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.scoring.results.JsonText;

/** Metrics with direction, range and source, as text. */
final class MetricList {

    private static final String LINE = "%-16s  %-21s  %-6s  %-9s  %-6s  %4s  %-3s  %s";

    private final List<MetricDescription> metrics;

    MetricList(List<MetricDescription> metrics) {
        this.metrics = metrics;
    }

    /** For people. */
    String table() {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(String.format(LINE, "name", "metric", "better", "range", "sees", "size", "map", "source"));
        for (MetricDescription metric : metrics) {
            Map<String, Object> cells = cells(metric);
            lines.add(String.format(
                    LINE,
                    metric.name(),
                    metric.label(),
                    cells.get("better"),
                    cells.get("lowest") + ".." + cells.get("highest"),
                    cells.get("sees"),
                    metric.minimumSize(),
                    metric.hasMap() ? "yes" : "no",
                    metric.citation()));
        }
        return lines.toString();
    }

    /** RFC 4180 with a header line. */
    String csv() {
        List<Map<String, Object>> rows = metrics.stream().map(MetricList::cells).toList();
        return new DataTable(
                        List.copyOf(rows.get(0).keySet()),
                        rows.stream().map(row -> List.copyOf(row.values())).toList())
                .csv()
                .stripTrailing();
    }

    /** An array of objects with the columns of the CSV text. */
    String json() {
        return JsonText.pretty(metrics.stream().map(MetricList::cells).toList());
    }

    private static Map<String, Object> cells(MetricDescription metric) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("name", metric.name());
        cells.put("metric", metric.label());
        cells.put("better", metric.direction().label().replace(" is better", ""));
        cells.put("lowest", end(metric.lowest()));
        cells.put("highest", end(metric.highest()));
        cells.put("sees", metric.needsColour() ? "colour" : "grey");
        cells.put("minimum_size", metric.minimumSize());
        cells.put("map", metric.hasMap());
        cells.put("source", metric.citation());
        return cells;
    }

    /** As text, for JSON has no infinity. */
    private static String end(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        return Double.toString(value).replaceFirst("\\.0$", "");
    }
}
