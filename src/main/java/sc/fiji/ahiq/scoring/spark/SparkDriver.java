/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.batch.BatchWork;
import sc.fiji.ahiq.scoring.batch.MapPlace;
import sc.fiji.ahiq.scoring.batch.PairOutcome;
import sc.fiji.ahiq.scoring.batch.PlannedPair;
import sc.fiji.ahiq.scoring.batch.ScoringSite;

/** An application of Spark, in the process of its driver. */
final class SparkDriver implements ScoringSite {

    private final JavaSparkContext context;
    private final Progress progress;
    private final ScoringRequest request;
    private final Executors executors;
    private final Runnable check;
    private final RunInfo info;
    private final long largestWhole;
    private long encodedReferenceCrops;

    /**
     * Starts it, and opens the metrics on one executor.
     *
     * @param check called often while pairs are scored
     * @throws UsageException if there is no such master
     */
    SparkDriver(SparkOptions spark, ScoringOptions options, Progress progress, Runnable check) {
        this.largestWhole = spark.largestWhole();
        this.progress = progress;
        this.check = check;
        this.request = ScoringRequest.of(options);
        this.context = start(spark.master());
        this.executors = new Executors(context, progress);
        try {
            this.info = open(options);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static JavaSparkContext start(String master) {
        try {
            return new JavaSparkContext(DriverSettings.of(master));
        } catch (Exception e) { // what Scala throws needs no declaration
            throw new UsageException(
                    "Spark could not be started with the master '" + master + "': " + reason(e)
                            + ". Expected local[N] for N cores of this machine, or the address of a cluster, such as"
                            + " spark://HOST:7077.",
                    e);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }

    private RunInfo open(ScoringOptions options) {
        progress.step("metrics opened on Spark:");
        AtomicReference<OpenTask.Opened> opened = new AtomicReference<>();
        new SparkJob<>(context, "open " + names(options), List.of(0), new OpenTask(request), () -> {
                    executors.noteIfNone();
                    progress.update(0, 1);
                })
                .await(opened::set);
        return new RunInfo(opened.get().metrics(), options, opened.get().version());
    }

    private static String names(ScoringOptions options) {
        return String.join(", ", options.metrics().names());
    }

    @Override
    public RunInfo info() {
        return info;
    }

    @Override
    public void score(BatchWork work, Consumer<PairOutcome> outcomes) {
        Map<Path, Long> pixels = pixels(work.pairs());
        ToLongFunction<PlannedPair> size = pair -> pixels.get(pair.pair().reference());
        TaskScoring scoring = new TaskScoring(request, work.keys(), context.broadcast(KeySet.of(work.formerKeys())));
        Consumer<PartResult> results = results(work.pairs(), outcomes);
        Runnable checks = () -> {
            executors.noteIfNone();
            check.run();
            work.check().run();
        };
        List<PlannedPair> pairs = new ArrayList<>(work.pairs());
        List<PairPart> large = pairs.stream()
                .filter(pair -> size.applyAsLong(pair) > largestWhole)
                .map(pair -> new PairPart(List.of(pair), work.maps()))
                .toList();
        if (!large.isEmpty()) {
            Set<PlannedPair> divided = new HashSet<>();
            large.forEach(part -> divided.addAll(part.pairs()));
            new LargePairs(context, scoring, names(info.options()), checks)
                    .score(large, results)
                    .forEach(part -> divided.removeAll(part.pairs()));
            pairs.removeAll(divided);
        }
        List<PairPart> parts = PartPlan.of(pairs, size, context.defaultParallelism()).stream()
                .map(part -> new PairPart(part, work.maps()))
                .toList();
        if (!parts.isEmpty()) {
            String name = String.format(Locale.ROOT, "score %,d pairs by %s", pairs.size(), names(info.options()));
            new SparkJob<>(context, name, parts, new ScoreTask(scoring), checks).await(results);
        }
    }

    private Consumer<PartResult> results(List<PlannedPair> pairs, Consumer<PairOutcome> outcomes) {
        int first = pairs.get(0).number();
        Rate rate = new Rate(progress, pairs.size(), System::nanoTime);
        return result -> {
            encodedReferenceCrops += result.encodedReferenceCrops();
            for (PartResult.ScoredPair scored : result.pairs()) {
                PlannedPair pair = pairs.get(scored.number() - first);
                rate.count(scored.row() != null);
                outcomes.accept(new PairOutcome(pair, scored.key(), scored.row(), Optional.empty(), scored.notes()));
            }
        };
    }

    @Override
    public MapPlace maps(Path folder) {
        return StoredFile.is(folder) ? StoredMaps.of(folder) : ScoringSite.super.maps(StoredFile.local(folder));
    }

    /** Of each reference; of those in stores, bytes of their files. */
    private static Map<Path, Long> pixels(List<PlannedPair> pairs) {
        List<Path> references =
                pairs.stream().map(pair -> pair.pair().reference()).distinct().toList();
        StoredSizes stored = StoredSizes.of(references);
        return references.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        file -> file,
                        file -> StoredFile.is(file) ? stored.bytes(file) : ImageFiles.pixels(StoredFile.local(file))));
    }

    @Override
    public long encodedReferenceCrops() {
        return encodedReferenceCrops;
    }

    @Override
    public void close() {
        context.close();
        ExecutorRun.closeAll();
    }
}
