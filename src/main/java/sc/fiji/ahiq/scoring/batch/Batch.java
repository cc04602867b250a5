/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.MergeSummary;
import sc.fiji.ahiq.scoring.results.ResultsFile;
import sc.fiji.ahiq.scoring.results.ShardMerge;

/**
 * Scores lists of pairs into a results file, described with this package; blocks until all are done. A pair that cannot
 * be scored gives a row with the reason. Whatever ends a run, rows that it wrote stay, and another run with the same
 * options goes on behind them: it scores pairs that have no row, or one with an error, or whose files have changed
 * since.
 */
public final class Batch {

    private Batch() {}

    /** As {@link #score(List, BatchOptions, Path, Progress, Consumer)}, telling nobody of rows. */
    public static BatchSummary score(List<RatedPair> pairs, BatchOptions options, Path results, Progress progress) {
        return score(pairs, options, results, progress, row -> {});
    }

    /**
     * Scores pairs.
     *
     * @param results {@code *.csv}, {@code *.jsonl} or {@code *.parquet}
     * @param progress told of pairs, those that were scored before left out, by one thread at a time; stops the run
     *     before the next batch of crops by throwing {@link sc.fiji.ahiq.base.error.CancelledException}
     * @param rows receives the row of each pair that was scored or failed by this run, in order, on the calling thread
     * @throws sc.fiji.ahiq.base.error.UsageException if there are no pairs, the file is there and not to be resumed, or
     *     it is of other options or in use; it is then as it was
     * @throws sc.fiji.ahiq.base.error.ModelException if the model cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails or the device is not there
     * @throws sc.fiji.ahiq.base.error.ResultsException if rows or maps cannot be written
     */
    public static BatchSummary score(
            List<RatedPair> pairs, BatchOptions options, Path results, Progress progress, Consumer<ScoreRow> rows) {
        return score(pairs, options, results, progress, rows, LocalSite::open);
    }

    /**
     * The same somewhere else.
     *
     * @param rows receives rows in the order in which pairs are finished there
     * @param sites opens the place where pairs are scored
     */
    public static BatchSummary score(
            List<RatedPair> pairs,
            BatchOptions options,
            Path results,
            Progress progress,
            Consumer<ScoreRow> rows,
            Function<ScoringOptions, ScoringSite> sites) {
        BatchPlan plan = BatchPlan.of(pairs);
        OutputRule rule = new OutputRule(options.force(), images(pairs));
        ResultsFile.requireUsable(results, options.resume() || options.force());
        try (ScoringSite site = sites.apply(options.scoring())) {
            site.notes().forEach(progress::note);
            Optional<MapFolder<PlannedPair>> maps = options.maps()
                    .map(folder -> MapFolder.of(site.maps(folder), plan.entries(), PlannedPair::distorted));
            if (!options.resume()) {
                maps.ifPresent(folder ->
                        folder.require(rule, options.scoring().metrics().names()));
                removeFormer(results, rule);
            }
            BatchRun batch = new BatchRun(plan, options.shard(), site, maps, progress, rows);
            batch.write(results, options.resume());
            int count = plan.entries(options.shard()).size();
            return new BatchSummary(
                    count,
                    count - batch.kept() - batch.failed(),
                    batch.failed(),
                    batch.kept(),
                    batch.firstError(),
                    plan.duplicates(),
                    site.encodedReferenceCrops());
        }
    }

    private static List<Path> images(List<RatedPair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.reference(), pair.distorted()))
                .toList();
    }

    private static void removeFormer(Path results, OutputRule rule) {
        Path rows = ResultsFile.rows(results);
        rule.require(results);
        rule.require(rows);
        try {
            Files.deleteIfExists(results);
            Files.deleteIfExists(rows);
        } catch (IOException e) {
            throw new ResultsException("Cannot replace " + results + ": " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Joins the results files of all shards of a list of pairs to the file that a run over the whole list makes,
     * written as a whole.
     *
     * @param shards in any order
     * @param merged none of the shards
     * @param force whether a file of this name may be replaced
     * @throws sc.fiji.ahiq.base.error.UsageException if a pair is missing or in two of the files, the files are not
     *     shards of one list with the same options, or the file may not be written; nothing is written then
     * @throws sc.fiji.ahiq.base.error.ResultsException if the file cannot be written
     */
    public static MergeSummary merge(List<Path> shards, Path merged, boolean force) {
        return ShardMerge.merge(shards, merged, new OutputRule(force, shards));
    }
}
