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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.ResultsFile;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.scoring.results.Span;

/** One run over a list of pairs or its shard: images are read ahead, pairs scored side by side, rows written behind. */
final class BatchRun {

    private final List<BatchPlan.Entry> entries;
    private final ScoringRun run;
    private final RunRows rows;
    private final Optional<MapFolder<BatchPlan.Entry>> maps;
    private final Progress progress;
    private final Consumer<ScoreRow> monitor;
    private final Map<String, Span> former = new HashMap<>();
    private final Span[] places;

    /** What was done to images, and to which. */
    private final Map<String, Set<String>> notes = new LinkedHashMap<>();

    private int concluded;
    private int kept;
    private int failed;
    private String firstError;

    /** @param maps with the images of the whole plan */
    BatchRun(
            BatchPlan plan,
            Shard shard,
            ScoringRun run,
            Optional<MapFolder<BatchPlan.Entry>> maps,
            Progress progress,
            Consumer<ScoreRow> monitor) {
        this.entries = plan.entries(shard);
        this.run = run;
        this.rows = new RunRows(run.info(), plan);
        this.maps = maps;
        this.progress = progress;
        this.monitor = monitor;
        this.places = new Span[entries.size()];
    }

    /** Scores what is not in the file yet; rows of all pairs before one that ends the run by an exception are in it. */
    void write(Path results, boolean resume) {
        try (ResultsFile file = ResultsFile.open(results, rows.columns(), resume, row -> remember(results, row))) {
            try (RowWriter writer = new RowWriter();
                    ReadAhead loader = new ReadAhead(entries, rows::key, this::isDone);
                    ScoringThreads threads = new ScoringThreads(run, (done, total) -> tellProgress())) {
                progress.step("pair");
                tellProgress();
                for (int i = 0; i < entries.size(); i++) {
                    LoadedPair pair = loader.next();
                    remember(pair);
                    while (!threads.hasRoomFor(pair)) {
                        conclude(threads.take(), file, writer);
                    }
                    threads.submit(pair, isSameReference(i, i + 1));
                    while (threads.isFull()) {
                        conclude(threads.take(), file, writer);
                    }
                }
                while (!threads.isEmpty()) {
                    conclude(threads.take(), file, writer);
                }
                writer.finish();
                notes.forEach((note, images) ->
                        progress.note((images.size() == 1 ? images.iterator().next() : images.size() + " images") + ": "
                                + note + "."));
            }
            file.finish(Arrays.asList(places));
        }
    }

    private void remember(LoadedPair pair) {
        Stream.of(pair.reference(), pair.distorted()).filter(Objects::nonNull).forEach(image -> image.notes()
                .forEach(note -> notes.computeIfAbsent(note, key -> new LinkedHashSet<>())
                        .add(image.name())));
    }

    private boolean isSameReference(int i, int j) {
        return j < entries.size()
                && entries.get(i).reference().equals(entries.get(j).reference());
    }

    private synchronized void tellProgress() {
        progress.update(concluded - kept, entries.size() - kept);
    }

    private void remember(Path results, Row row) {
        rows.requireOfThisRun(results, row);
        if (row.text(Columns.ERROR).isEmpty()) {
            String key = row.text(Columns.KEY);
            former.put(key, row.span());
            former.put(numbered(key, row.text(Columns.PAIR)), row.span());
        }
    }

    /** Of several pairs of equal files, which have the same key, each is to find its own row. */
    private static String numbered(String key, Object number) {
        return key + "/" + number;
    }

    private boolean isDone(BatchPlan.Entry entry, String key) {
        return former.containsKey(key)
                && (maps.isEmpty() || maps.get().has(entry, run.info().metrics()));
    }

    private void conclude(ScoringThreads.Outcome outcome, ResultsFile file, RowWriter writer) {
        int i = concluded;
        count(outcome);
        if (outcome.isDone()) {
            writer.write(() -> places[i] = keep(outcome, file));
        } else {
            writer.write(() -> places[i] = write(outcome, file));
            monitor.accept(outcome.row());
        }
        tellProgress();
    }

    private synchronized void count(ScoringThreads.Outcome outcome) {
        concluded++;
        if (outcome.isDone()) {
            kept++;
        } else if (outcome.row().error() != null) {
            failed++;
            firstError = firstError == null ? outcome.row().error() : firstError;
        }
    }

    private Span keep(ScoringThreads.Outcome done, ResultsFile file) {
        Span any = former.get(done.key());
        Span place = former.getOrDefault(numbered(done.key(), done.entry().number()), any);
        try {
            Map<String, Object> row = file.read(place);
            return rows.isUpToDate(done.entry(), row) ? place : file.append(rows.updated(done.entry(), row));
        } catch (IOException e) {
            throw new ResultsException("Cannot read the results written before: " + IoReason.of(e) + ".", e);
        }
    }

    /** Maps come first: where there is a row, there are its maps. */
    private Span write(ScoringThreads.Outcome outcome, ResultsFile file) {
        try {
            maps.ifPresent(folder -> outcome.scored().ifPresent(scored -> folder.write(outcome.entry(), scored)));
        } catch (ResultsException e) {
            throw new ResultsException(
                    e.getMessage() + " Rows written before are kept: go on by --resume (resume=true).", e);
        }
        return file.append(rows.row(outcome.entry(), outcome.row(), outcome.key()));
    }

    int kept() {
        return kept;
    }

    int failed() {
        return failed;
    }

    Optional<String> firstError() {
        return Optional.ofNullable(firstError);
    }
}
