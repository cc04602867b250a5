/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.ahiq.error.ImageException;
import sc.fiji.ahiq.error.ResultsException;
import sc.fiji.ahiq.error.UsageException;
import sc.fiji.ahiq.file.IoReason;
import sc.fiji.ahiq.inference.Progress;
import sc.fiji.ahiq.scoring.OpenMetrics;
import sc.fiji.ahiq.scoring.PairScorer;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoredPair;

/** One run over a list of pairs or its shard: images are read ahead, pairs scored by this thread, rows written behind. */
final class BatchRun {

    private final List<BatchPlan.Entry> entries;
    private final RunInfo info;
    private final RunRows rows;
    private final Optional<MapFolder<BatchPlan.Entry>> maps;
    private final Progress progress;
    private final Consumer<ScoreRow> monitor;
    private final Map<String, Place> former = new HashMap<>();
    private final Place[] places;
    private int kept;
    private int failed;
    private String firstError;

    /** @param maps with the images of the whole plan */
    BatchRun(
            BatchPlan plan,
            Shard shard,
            RunInfo info,
            Optional<MapFolder<BatchPlan.Entry>> maps,
            Progress progress,
            Consumer<ScoreRow> monitor) {
        this.entries = plan.entries(shard);
        this.info = info;
        this.rows = new RunRows(info, plan);
        this.maps = maps;
        this.progress = progress;
        this.monitor = monitor;
        this.places = new Place[entries.size()];
    }

    /** Scores what is not in the file yet; rows that were finished before an exception are in it. */
    void run(Path results, boolean resume, OpenMetrics metrics) {
        try (ResultsFile file = ResultsFile.open(results, rows.columns(), resume, row -> remember(results, row))) {
            try (RowWriter writer = new RowWriter();
                    PairLoader loader = new PairLoader(entries, rows, this::isDone);
                    SharedReference reference = new SharedReference(metrics)) {
                for (int i = 0; i < entries.size(); i++) {
                    tellProgress(i);
                    process(i, loader.next(), reference, file, writer);
                }
                tellProgress(entries.size());
                writer.finish();
            }
            file.finish(Arrays.asList(places));
        }
    }

    private void tellProgress(int done) {
        progress.update(done - kept, entries.size() - kept);
    }

    private void remember(Path results, RowReader.Row row) {
        rows.requireOfThisRun(results, row);
        if (row.text(RunRows.ERROR).isEmpty()) {
            String key = row.text(RunRows.KEY);
            former.put(key, row.place());
            former.put(numbered(key, row.text(RunRows.PAIR)), row.place());
        }
    }

    /** Of several pairs of equal files, which have the same key, each is to find its own row. */
    private static String numbered(String key, Object number) {
        return key + "/" + number;
    }

    private boolean isDone(BatchPlan.Entry entry, String key) {
        return former.containsKey(key)
                && (maps.isEmpty() || maps.get().has(entry, info.options().metrics()));
    }

    private void process(int i, LoadedPair pair, SharedReference reference, ResultsFile file, RowWriter writer) {
        if (pair.isDone()) {
            kept++;
            writer.write(() -> places[i] = keep(pair, file));
            return;
        }
        Outcome outcome = score(i, pair, reference);
        if (outcome.row().error() != null) {
            failed++;
            firstError = firstError == null ? outcome.row().error() : firstError;
        }
        writer.write(() -> places[i] = write(pair, outcome, file));
        monitor.accept(outcome.row());
    }

    private Place keep(LoadedPair pair, ResultsFile file) {
        Place any = former.get(pair.key());
        Place place = former.getOrDefault(numbered(pair.key(), pair.entry().number()), any);
        try {
            Map<String, Object> row = file.read(place);
            return rows.isUpToDate(pair.entry(), row) ? place : file.append(rows.updated(pair.entry(), row));
        } catch (IOException e) {
            throw new ResultsException("Cannot read the results written before: " + IoReason.of(e) + ".", e);
        }
    }

    /** @param scored empty if no metric could */
    private record Outcome(ScoreRow row, Optional<ScoredPair> scored) {}

    private Outcome score(int i, LoadedPair pair, SharedReference reference) {
        if (pair.error() != null) {
            return failure(pair, pair.error());
        }
        try {
            ScoredPair scored = reference.scorer(i, pair).score(pair.distorted(), (done, total) -> tellProgress(i));
            return new Outcome(ScoreRow.of(scored, info), Optional.of(scored));
        } catch (ImageException | UsageException e) {
            return failure(pair, e.getMessage());
        }
    }

    private Outcome failure(LoadedPair pair, String error) {
        String reference = pair.entry().pair().reference().toString();
        String distorted = pair.entry().pair().distorted().toString();
        return new Outcome(ScoreRow.failed(reference, distorted, error, info), Optional.empty());
    }

    /** Maps come first: where there is a row, there are its maps. */
    private Place write(LoadedPair pair, Outcome outcome, ResultsFile file) {
        try {
            maps.ifPresent(folder -> outcome.scored().ifPresent(scored -> folder.write(pair.entry(), scored)));
        } catch (ResultsException e) {
            throw new ResultsException(
                    e.getMessage() + ". Rows written before are kept: mend that, and go on by --resume (resume=true).",
                    e);
        }
        return file.append(rows.row(pair.entry(), outcome.row(), pair.key()));
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

    /** The scorer of the latest reference. */
    private final class SharedReference implements AutoCloseable {

        private final OpenMetrics metrics;
        private Path current;
        private PairScorer scorer;

        SharedReference(OpenMetrics metrics) {
            this.metrics = metrics;
        }

        PairScorer scorer(int i, LoadedPair pair) {
            Path wanted = pair.entry().reference();
            if (!wanted.equals(current)) {
                close();
                boolean more =
                        i + 1 < entries.size() && entries.get(i + 1).reference().equals(wanted);
                scorer = new PairScorer(metrics, info.options(), pair.reference(), more);
                current = wanted;
            }
            return scorer;
        }

        @Override
        public void close() {
            current = null;
            if (scorer != null) {
                scorer.close();
                scorer = null;
            }
        }
    }
}
