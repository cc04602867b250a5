/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import sc.fiji.ahiq.image.crop.CropScore;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRun;

/** For people: what all rows share first, then a line for each. */
final class TablePrinter implements ScorePrinter {

    private static final int SHORT_HASH = 12;

    private static final int METRIC_WIDTH = 12;
    private static final int METRIC_DECIMALS = 6;
    private static final int MODEL_WIDTH = 14;
    private static final int MODEL_DECIMALS = 9;

    private final ScoringRun run;
    private final PrintWriter out;
    private boolean headed;

    TablePrinter(ScoringRun run, PrintWriter out) {
        this.run = run;
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
        boolean first = true;
        for (RunInfo.Scorer metric : run.info().metrics()) {
            int width = width(metric);
            line.add(format(
                    "%" + width + "." + decimals(metric) + "f", cells.get(metric.name()), "%" + width + "s", "failed"));
            if (first && takesCrops(metric)) {
                line.add(format("%10.6f", cells.get("sd"), "%10s", ""));
                Double coverage = (Double) cells.get("coverage");
                line.add(format("%7.1f%%", coverage == null ? null : 100 * coverage, "%8s", ""));
                first = false;
            }
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

    /** Of the first model that takes crops, standard deviation and coverage follow its score. */
    private static boolean takesCrops(RunInfo.Scorer metric) {
        return metric.provenance().containsKey("crop_plan");
    }

    private static boolean isModel(RunInfo.Scorer metric) {
        return !metric.provenance().isEmpty();
    }

    private static int decimals(RunInfo.Scorer metric) {
        return isModel(metric) ? MODEL_DECIMALS : METRIC_DECIMALS;
    }

    private static int width(RunInfo.Scorer metric) {
        return Math.max(
                isModel(metric) ? MODEL_WIDTH : METRIC_WIDTH, metric.name().length());
    }

    private void head(Map<String, Object> cells) {
        run.models()
                .forEach(model -> out.println("model      " + model.card().name() + " (weights "
                        + model.weightsSha256().substring(0, SHORT_HASH) + "): "
                        + model.card().description()));
        if (cells.get("reference") != null) {
            out.println("reference  " + cells.get("reference"));
        }
        if (cells.get("crop_plan") != null) {
            out.println("crops      " + cells.get("crop_plan") + seed(cells) + ", " + cells.get("device") + " "
                    + cells.get("precision"));
        }
        if (cells.get("range") != null) {
            out.println("range      " + cells.get("range"));
        }
        out.println();
        StringJoiner line = new StringJoiner("  ");
        boolean first = true;
        for (RunInfo.Scorer metric : run.info().metrics()) {
            line.add(String.format("%" + width(metric) + "s", metric.name()));
            if (first && takesCrops(metric)) {
                line.add(String.format("%10s  %8s", "sd", "coverage"));
                first = false;
            }
        }
        out.println(line.add(String.format("%8s", "time")).add("distorted"));
    }

    @Override
    public void close() {
        out.flush();
    }

    /** Of a plan that has one. */
    private static String seed(Map<String, Object> cells) {
        return cells.get("seed") == null ? "" : ", seed " + cells.get("seed");
    }
}
