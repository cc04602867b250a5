/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.Row;

/** The rows of a run: score, what is known of the pair, and what tells rows of other runs. Immutable. */
final class RunRows {

    private static final List<String> KNOWN_COLUMNS =
            List.of(Columns.MOS, Columns.MOS_DEVIATION, Columns.DISTORTION, Columns.LEVEL);

    /** Columns in which the rows of runs with other options differ. */
    private static final List<String> OPTION_COLUMNS =
            List.of("model", "weights_sha256", "crop_plan", "seed", "pad", "precision", "device", "version");

    private static final int RUN_DIGITS = 12;

    private final RunInfo info;
    private final BatchPlan plan;
    private final String run;

    RunRows(RunInfo info, BatchPlan plan) {
        this.info = info;
        this.plan = plan;
        ScoringOptions options = info.options();
        List<String> texts = new ArrayList<>(List.of(
                String.valueOf(info.first("weights_sha256")),
                options.crops().toString(),
                Long.toString(options.seed()),
                options.range().toString(),
                options.padding().toString(),
                String.join(",", options.metrics().names()),
                kindOf(String.valueOf(info.first("device"))),
                String.valueOf(info.first("precision")),
                info.version()));
        for (RunInfo.Scorer metric : info.metrics()) {
            texts.addAll(metric.fingerprint());
            Object weights = metric.provenance().get("weights_sha256");
            if (weights != null && !weights.equals(info.first("weights_sha256"))) {
                texts.add(metric.name() + "=" + weights);
            }
        }
        this.run = Sha256.ofTexts(texts).substring(0, RUN_DIGITS);
    }

    /** GPUs of one kind agree, whatever their numbers. */
    private static String kindOf(String device) {
        return device.replaceFirst("\\d+$", "");
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>(ScoreRow.columns(info));
        columns.remove(Columns.SECONDS);
        columns.addAll(KNOWN_COLUMNS);
        columns.addAll(List.of(Columns.PAIR, Columns.PAIRS, Columns.MANIFEST, Columns.RUN, Columns.KEY));
        return columns;
    }

    PairKeys keys() {
        return new PairKeys(run);
    }

    /** @param key null if the files cannot be read */
    Map<String, Object> row(PlannedPair entry, ScoreRow score, String key) {
        Map<String, Object> row = new LinkedHashMap<>(score.cells());
        row.remove(Columns.SECONDS);
        row.computeIfPresent(
                Columns.ERROR, (column, message) -> message.toString().replaceAll("\\s+", " "));
        row.putAll(placed(entry));
        row.put(Columns.RUN, run);
        row.put(Columns.KEY, key);
        return row;
    }

    /** The row that a pair has, if the list of pairs is another one since. */
    Map<String, Object> updated(PlannedPair entry, Map<String, Object> former) {
        Map<String, Object> row = new LinkedHashMap<>(former);
        row.putAll(placed(entry));
        return row;
    }

    boolean isUpToDate(PlannedPair entry, Map<String, Object> row) {
        return placed(entry).entrySet().stream()
                .allMatch(cell -> text(cell.getValue()).equals(text(row.get(cell.getKey()))));
    }

    /** The cells that the list of pairs says. */
    private Map<String, Object> placed(PlannedPair entry) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(Columns.REFERENCE, WebAddress.written(entry.pair().reference()));
        cells.put(Columns.DISTORTED, WebAddress.written(entry.pair().distorted()));
        cells.put(Columns.MOS, value(entry.pair().mos()));
        cells.put(Columns.MOS_DEVIATION, value(entry.pair().mosDeviation()));
        cells.put(
                Columns.DISTORTION,
                entry.pair().distortion().isEmpty() ? null : entry.pair().distortion());
        cells.put(
                Columns.LEVEL,
                entry.pair().level().isPresent() ? entry.pair().level().getAsInt() : null);
        cells.put(Columns.PAIR, entry.number());
        cells.put(Columns.PAIRS, plan.size());
        cells.put(Columns.MANIFEST, plan.digest());
        return cells;
    }

    private static Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static String text(Object cell) {
        return Objects.toString(cell, "");
    }

    /** @throws UsageException if the row was made with other options, or by another version */
    void requireOfThisRun(Path file, Row row) {
        if (row.text(Columns.RUN).equals(run)) {
            return;
        }
        Map<String, Object> wanted = ScoreRow.failed("", "", "", info).cells();
        Problems differences = new Problems();
        for (String column : OPTION_COLUMNS) {
            String former = row.text(column);
            String now = text(wanted.get(column));
            if (!former.equals(now)) {
                differences.add(column + " is " + former + " there and " + now + " now");
            }
        }
        throw new UsageException("The results in " + file + " are of other options: "
                + (differences.isEmpty() ? "they have another range or script" : differences)
                + ". Use the former options, or name another results file.");
    }
}
