/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.image.Region;

/**
 * A row of a score table, reproducible by itself. Cells are by column name, in the order of {@link #COLUMNS}; a value that
 * does not exist, such as the score of a failed pair, is null.
 */
public final class ScoreRow {

    /** Names of all columns. */
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

    private ScoreRow(Object... values) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(COLUMNS.get(i), values[i]);
        }
        this.cells = Collections.unmodifiableMap(byName);
    }

    /** The row of a scored pair. */
    public static ScoreRow of(PairScore pair, RunInfo run) {
        return row(
                run,
                pair.reference(),
                pair.distorted(),
                pair.score(),
                pair.standardDeviation().isPresent() ? pair.standardDeviation().getAsDouble() : null,
                pair.cropScores().size(),
                pair.range().description(),
                pair.maps().coverage(),
                pair.seconds(),
                null);
    }

    /** The row of a pair that could not be scored. */
    public static ScoreRow failed(String reference, String distorted, String error, RunInfo run) {
        return row(run, reference, distorted, null, null, null, null, null, null, error);
    }

    private static ScoreRow row(
            RunInfo run,
            String reference,
            String distorted,
            Double score,
            Double sd,
            Integer crops,
            String range,
            Double coverage,
            Double seconds,
            String error) {
        return new ScoreRow(
                reference,
                distorted,
                score,
                sd,
                run.options().crops().toString(),
                crops,
                run.options().seed(),
                run.options().padding().toString(),
                range,
                coverage,
                run.model(),
                run.weightsSha256(),
                run.device(),
                run.precision().toString(),
                run.version(),
                seconds,
                error);
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

    /** The error message, or null. */
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
