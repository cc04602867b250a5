/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.scoring.results.Columns;

/**
 * A row of a score table, reproducible by itself. Cells are by column name, in the order of {@link #columns}; a value
 * that does not exist, such as the score of a failed pair, is null.
 */
public final class ScoreRow implements Serializable {

    private static final long serialVersionUID = 1;

    /** Names of the columns that the row of a plane of a stack has besides, after {@code distorted}. */
    public static final List<String> PLANE_COLUMNS = List.of("channel", "slice", "frame", "region");

    private static final List<String> OF_EVERY_RUN = List.of(
            Columns.REFERENCE, Columns.DISTORTED, Columns.RANGE, Columns.VERSION, Columns.SECONDS, Columns.ERROR);

    /** What differs between the models of a run; of all but the first, columns named after metric and column. */
    private static final List<String> OF_A_MODEL =
            List.of(Columns.SD, Columns.CROPS, Columns.COVERAGE, Columns.MODEL, Columns.WEIGHTS_SHA256);

    private static final List<String> OF_CROPS = List.of("sd", "crop_plan", "crops", "seed", "pad", "coverage");

    private final Map<String, Object> cells;

    private ScoreRow(Map<String, Object> cells) {
        this.cells = Collections.unmodifiableMap(cells);
    }

    /**
     * Names of the columns of a run: reference, distorted image, a score by the name of each metric, and then how they
     * were found. Columns about crops and models are there where a metric takes crops; those of a second model
     * {@code ahiq:mine} are called {@code ahiq:mine.sd} and so on.
     */
    public static List<String> columns(RunInfo run) {
        List<RunInfo.Scorer> models = models(run);
        List<String> columns = new ArrayList<>(Columns.OF_RUNS);
        if (models.isEmpty()) {
            columns.retainAll(OF_EVERY_RUN);
        }
        if (models.stream().noneMatch(ScoreRow::takesCrops)) {
            columns.removeAll(OF_CROPS);
        }
        columns.addAll(
                columns.indexOf(Columns.DISTORTED) + 1,
                run.metrics().stream().map(RunInfo.Scorer::name).toList());
        for (RunInfo.Scorer other : models.subList(Math.min(1, models.size()), models.size())) {
            columns.addAll(
                    columns.indexOf(Columns.VERSION),
                    OF_A_MODEL.stream()
                            .filter(column -> takesCrops(other) || !OF_CROPS.contains(column))
                            .map(column -> other.name() + "." + column)
                            .toList());
        }
        return columns;
    }

    /** Whether a column of a table of scores has the scores of a metric. */
    public static boolean isMetric(String column) {
        String afterPoint = column.substring(column.lastIndexOf('.') + 1);
        return !Columns.isKnown(column) && !PLANE_COLUMNS.contains(column) && !Columns.isKnown(afterPoint);
    }

    private static boolean takesCrops(RunInfo.Scorer metric) {
        return metric.provenance().containsKey("crop_plan");
    }

    private static List<RunInfo.Scorer> models(RunInfo run) {
        return run.metrics().stream()
                .filter(metric -> !metric.provenance().isEmpty())
                .toList();
    }

    /** The row of a pair that was scored, though perhaps not by all metrics. */
    public static ScoreRow of(PairScore pair, RunInfo run) {
        Map<String, Object> known = new HashMap<>();
        pair.results().forEach((metric, result) -> known.put(metric, result.score()));
        List<RunInfo.Scorer> models = models(run);
        for (int i = 0; i < models.size(); i++) {
            MetricResult result = pair.results().get(models.get(i).name());
            String prefix = prefix(models, i);
            if (result != null) {
                result.crops().ifPresent(crops -> putCrops(known, prefix, crops));
                result.patches().ifPresent(patches -> known.put(prefix + Columns.COVERAGE, patches.coverage()));
            }
        }
        known.put(Columns.RANGE, pair.range().description());
        known.put(Columns.SECONDS, pair.seconds());
        pair.error().ifPresent(error -> known.put(Columns.ERROR, error));
        return row(pair.reference(), pair.distorted(), known, run);
    }

    private static void putCrops(Map<String, Object> known, String prefix, CropScores crops) {
        crops.standardDeviation().ifPresent(sd -> known.put(prefix + Columns.SD, sd));
        known.put(prefix + Columns.CROPS, crops.scores().size());
    }

    private static String prefix(List<RunInfo.Scorer> models, int index) {
        return index == 0 ? "" : models.get(index).name() + ".";
    }

    /** The row of a pair that could not be scored at all. */
    public static ScoreRow failed(String reference, String distorted, String error, RunInfo run) {
        return row(reference, distorted, Map.of(Columns.ERROR, error), run);
    }

    private static ScoreRow row(String reference, String distorted, Map<String, Object> measured, RunInfo run) {
        Map<String, Object> known = new HashMap<>(measured);
        known.put(Columns.REFERENCE, reference.isEmpty() ? null : reference);
        known.put(Columns.DISTORTED, distorted);
        known.put(Columns.VERSION, run.version());
        List<RunInfo.Scorer> models = models(run);
        for (int i = 0; i < models.size(); i++) {
            String prefix = prefix(models, i);
            models.get(i).provenance().forEach((column, value) -> known.put(prefix + column, value));
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        columns(run).forEach(column -> cells.put(column, known.get(column)));
        return new ScoreRow(cells);
    }

    /** The same row with the cells of {@link #PLANE_COLUMNS}; the channel is null where all are scored together. */
    public ScoreRow at(PlanePosition position, Region region) {
        Map<String, Object> placed = new LinkedHashMap<>();
        cells.forEach((name, value) -> {
            placed.put(name, value);
            if (name.equals(Columns.DISTORTED)) {
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
        return (String) cells.get(Columns.ERROR);
    }

    /** The same row with another error. */
    public ScoreRow withError(String error) {
        Map<String, Object> changed = new LinkedHashMap<>(cells);
        changed.put(Columns.ERROR, error);
        return new ScoreRow(changed);
    }

    public Map<String, Object> cells() {
        return cells;
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
