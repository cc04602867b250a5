/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.scoring.CropScore;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoreRow;

/** For people: what all rows share first, then a line for each. */
final class TablePrinter implements ScorePrinter {

    private static final int SHORT_HASH = 12;

    private static final int METRIC_WIDTH = 12;

    private final MetricSelection metrics;
    private final Optional<ModelCard> card;
    private final PrintWriter out;
    private boolean headed;

    TablePrinter(MetricSelection metrics, Optional<ModelCard> card, PrintWriter out) {
        this.metrics = metrics;
        this.card = card;
        this.out = out;
    }

    @Override
    public void print(ScoreRow row, List<CropScore> crops) {
        Map<String, Object> cells = row.cells();
        if (!headed) {
            head(cells);
            headed = true;
        }
        StringJoiner line = new StringJoiner("  ");
        if (metrics.includesAhiq()) {
            line.add(format("%14.9f", cells.get("score"), "%14s", "failed"));
            line.add(format("%10.6f", cells.get("sd"), "%10s", ""));
            Double coverage = (Double) cells.get("coverage");
            line.add(format("%7.1f%%", coverage == null ? null : 100 * coverage, "%8s", ""));
        }
        for (String metric : metrics.columns()) {
            int width = width(metric);
            line.add(format("%" + width + ".6f", cells.get(metric), "%" + width + "s", "failed"));
        }
        line.add(format("%7.1fs", cells.get("seconds"), "%8s", ""));
        out.println(line.add(cells.get("distorted").toString()));
        out.flush();
    }

    private static String format(String format, Object value, String emptyFormat, String empty) {
        return value == null
                ? String.format(Locale.ROOT, emptyFormat, empty)
                : String.format(Locale.ROOT, format, value);
    }

    private static int width(String metric) {
        return Math.max(METRIC_WIDTH, metric.length());
    }

    private void head(Map<String, Object> cells) {
        card.ifPresent(model -> out.println("model      " + model.name() + " (weights "
                + cells.get("weights_sha256").toString().substring(0, SHORT_HASH) + "): " + model.description()));
        out.println("reference  " + cells.get("reference"));
        if (metrics.includesAhiq()) {
            out.println("crops      " + cells.get("crop_plan") + ", seed " + cells.get("seed") + ", "
                    + cells.get("device") + " " + cells.get("precision"));
        }
        if (cells.get("range") != null) {
            out.println("range      " + cells.get("range"));
        }
        out.println();
        StringJoiner line = new StringJoiner("  ");
        if (metrics.includesAhiq()) {
            line.add(String.format("%14s  %10s  %8s", "score", "sd", "coverage"));
        }
        metrics.columns().forEach(metric -> line.add(String.format("%" + width(metric) + "s", metric)));
        out.println(line.add(String.format("%8s", "time")).add("distorted"));
    }

    @Override
    public void close() {
        out.flush();
    }
}
