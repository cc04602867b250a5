/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.ResultsFile;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.scoring.results.Span;

/** One run over a list of pairs or its shard: they are scored somewhere, rows are written behind. */
final class BatchRun {

    private final List<PlannedPair> entries;
    private final ScoringSite site;
    private final RunRows rows;
    private final Optional<MapFolder<PlannedPair>> maps;
    private final Progress progress;
    private final Consumer<ScoreRow> monitor;
    private final Map<String, Span> former = new HashMap<>();

    /** Of several pairs of equal files, which have the same key, each is to find its own row. */
    private final Map<String, Span> formerByNumber = new HashMap<>();

    private final Span[] places;

    /** What was done to images, and to which. */
    private final Map<String, Set<String>> notes = new LinkedHashMap<>();

    private int concluded;
    private int kept;
    private int failed;
    private PairOutcome firstFailure;

    /** @param maps with the images of the whole plan */
    BatchRun(
            BatchPlan plan,
            Shard shard,
            ScoringSite site,
            Optional<MapFolder<PlannedPair>> maps,
            Progress progress,
            Consumer<ScoreRow> monitor) {
        this.entries = plan.entries(shard);
        this.site = site;
        this.rows = new RunRows(site.info(), plan);
        this.maps = maps;
        this.progress = progress;
        this.monitor = monitor;
        this.places = new Span[entries.size()];
    }

    /** Scores what is not in the file yet; rows of pairs that were finished before the run ended are in it. */
    void write(Path results, boolean resume) {
        try (ResultsFile file = ResultsFile.open(results, rows.columns(), resume, row -> remember(results, row))) {
            try (RowWriter writer = new RowWriter()) {
                progress.step("pair");
                tellProgress();
                site.score(
                        new BatchWork(entries, rows.keys(), former.keySet(), maps, this::tellProgress),
                        outcome -> conclude(outcome, file, writer));
                writer.finish();
                notes.forEach((note, images) ->
                        progress.note((images.size() == 1 ? images.iterator().next() : images.size() + " images") + ": "
                                + note + "."));
            }
            file.finish(Arrays.asList(places));
        }
    }

    private synchronized void tellProgress() {
        progress.update(concluded - kept, entries.size() - kept);
    }

    private void remember(Path results, Row row) {
        rows.requireOfThisRun(results, row);
        if (row.text(Columns.ERROR).isEmpty()) {
            String key = row.text(Columns.KEY);
            former.put(key, row.span());
            formerByNumber.put(numbered(key, row.text(Columns.PAIR)), row.span());
        }
    }

    private static String numbered(String key, Object number) {
        return key + "/" + number;
    }

    private void conclude(PairOutcome outcome, ResultsFile file, RowWriter writer) {
        int i = outcome.pair().number() - entries.get(0).number();
        count(outcome);
        outcome.notes().forEach(note -> notes.computeIfAbsent(note.note(), key -> new LinkedHashSet<>())
                .add(note.image()));
        if (outcome.isDone()) {
            writer.write(() -> places[i] = keep(outcome, file));
        } else {
            writer.write(() -> places[i] = write(outcome, file));
            monitor.accept(outcome.row());
        }
        tellProgress();
    }

    private synchronized void count(PairOutcome outcome) {
        concluded++;
        if (outcome.isDone()) {
            kept++;
        } else if (outcome.row().error() != null) {
            failed++;
            boolean earlier = firstFailure == null
                    || outcome.pair().number() < firstFailure.pair().number();
            firstFailure = earlier ? outcome : firstFailure;
        }
    }

    private Span keep(PairOutcome done, ResultsFile file) {
        Span any = former.get(done.key());
        Span place =
                formerByNumber.getOrDefault(numbered(done.key(), done.pair().number()), any);
        try {
            Map<String, Object> row = file.read(place);
            return rows.isUpToDate(done.pair(), row) ? place : file.append(rows.updated(done.pair(), row));
        } catch (IOException e) {
            throw new ResultsException("Cannot read the results written before: " + IoReason.of(e) + ".", e);
        }
    }

    /** Maps come first: where there is a row, there are its maps. */
    private Span write(PairOutcome outcome, ResultsFile file) {
        try {
            maps.ifPresent(folder -> outcome.scored().ifPresent(scored -> folder.write(outcome.pair(), scored)));
        } catch (ResultsException e) {
            throw new ResultsException(
                    e.getMessage() + " Rows written before are kept: go on by --resume (resume=true).", e);
        }
        return file.append(rows.row(outcome.pair(), outcome.row(), outcome.key()));
    }

    int kept() {
        return kept;
    }

    int failed() {
        return failed;
    }

    Optional<String> firstError() {
        return Optional.ofNullable(firstFailure).map(failure -> failure.row().error());
    }
}
