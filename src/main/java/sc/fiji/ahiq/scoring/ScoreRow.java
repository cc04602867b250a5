/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.image.Region;

/**
 * A row of a score table, reproducible by itself. Cells are by column name, in the order of {@link #columns}; a value that
 * does not exist, such as the score of a failed pair, is null.
 */
public final class ScoreRow {

    /** Names of the columns of a run with AHIQ alone; {@code score} is its score. */
    public static final List<String> COLUMNS = List.of(
            "reference",
            "distorted",
            "score",
            "sd",
            "crop_plan",
            "crops",
            "seed",
            "pad",
            "range",
            "coverage",
            "model",
            "weights_sha256",
            "device",
            "precision",
            "version",
            "seconds",
            "error");

    /** Names of the columns that the row of a plane of a stack has besides, after {@code distorted}. */
    public static final List<String> PLANE_COLUMNS = List.of("channel", "slice", "frame", "region");

    private final Map<String, Object> cells;

    private ScoreRow(Map<String, Object> cells) {
        this.cells = Collections.unmodifiableMap(cells);
    }

    /** Names of the columns of a run with these metrics: each but AHIQ has one by its name, after {@code sd}. */
    public static List<String> columns(MetricSelection metrics) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(columns.indexOf("sd") + 1, metrics.columns());
        return columns;
    }

    /** The row of a pair that was scored, though perhaps not by all metrics. */
    public static ScoreRow of(ScoredPair pair, RunInfo run) {
        Map<String, Object> measured = new HashMap<>(pair.scores());
        pair.ahiq().ifPresent(ahiq -> {
            measured.put("score", ahiq.score());
            ahiq.standardDeviation().ifPresent(sd -> measured.put("sd", sd));
            measured.put("crops", ahiq.cropScores().size());
            measured.put("coverage", ahiq.maps().coverage());
        });
        measured.put("range", pair.range().description());
        measured.put("seconds", pair.seconds());
        pair.error().ifPresent(error -> measured.put("error", error));
        return row(pair.reference(), pair.distorted(), measured, run);
    }

    /** The row of a pair that could not be scored at all. */
    public static ScoreRow failed(String reference, String distorted, String error, RunInfo run) {
        return row(reference, distorted, Map.of("error", error), run);
    }

    private static ScoreRow row(String reference, String distorted, Map<String, Object> measured, RunInfo run) {
        Map<String, Object> known = new HashMap<>(measured);
        known.put("reference", reference);
        known.put("distorted", distorted);
        known.put("version", run.version());
        ScoringOptions options = run.options();
        if (options.metrics().includesAhiq()) {
            known.put("crop_plan", options.crops().toString());
            known.put("seed", options.seed());
            known.put("pad", options.padding().toString());
            known.put("model", run.model());
            known.put("weights_sha256", run.weightsSha256());
            known.put("device", run.device());
            known.put("precision", run.precision().toString());
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        columns(options.metrics()).forEach(column -> cells.put(column, known.get(column)));
        return new ScoreRow(cells);
    }

    /** The same row with the cells of {@link #PLANE_COLUMNS}; the channel is null where all are scored together. */
    public ScoreRow at(PlanePosition position, Region region) {
        Map<String, Object> placed = new LinkedHashMap<>();
        cells.forEach((name, value) -> {
            placed.put(name, value);
            if (name.equals("distorted")) {
                placed.put("channel", position.channel() == 0 ? null : position.channel());
                placed.put("slice", position.slice());
                placed.put("frame", position.frame());
                placed.put("region", region.toString());
            }
        });
        return new ScoreRow(placed);
    }

    /** The messages of all metrics that could not score the pair, or null. */
    public String error() {
        return (String) cells.get("error");
    }

    public Map<String, Object> cells() {
        return cells;
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
