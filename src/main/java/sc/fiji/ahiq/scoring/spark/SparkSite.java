/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.batch.BatchSummary;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.pairs.PairList;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/** Apache Spark as the place where pairs are scored. Can be loaded where Spark's classes are not there. */
public final class SparkSite {

    private SparkSite() {}

    /**
     * Reads a manifest of a store, or of this machine.
     *
     * @throws UsageException if Spark's classes are not there, or the store cannot be reached
     * @throws sc.fiji.ahiq.base.error.DatasetException as {@link Manifest#read(Path)}
     */
    public static PairList manifest(Path manifest) {
        requireSpark();
        if (!StoredFile.is(manifest)) {
            return Manifest.read(StoredFile.local(manifest), manifest);
        }
        try {
            Path copy = Files.createTempDirectory("ahiq-manifest-").resolve(manifest.getFileName());
            try {
                StoredFile.of(manifest).copyTo(copy);
                return Manifest.read(copy, manifest);
            } finally {
                Files.deleteIfExists(copy);
                Files.delete(copy.getParent());
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot write the manifest on this machine: " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Starts an application of Spark, with this process as its driver, and scores pairs there as
     * {@link Batch#score(List, BatchOptions, Path, Progress, Consumer)} does here. Images, maps and results may be
     * addresses of stores.
     *
     * @param progress told what the user should know, and how many pairs are scored in a second
     * @param rows receives rows in the order in which pairs are finished there
     * @throws UsageException if Spark's classes are not there, or there is no such master, or for what {@link Batch}
     *     throws it
     * @throws sc.fiji.ahiq.base.error.ModelException if the model cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails, or Spark does
     * @throws ResultsException if results or maps cannot be written, or a store fails
     */
    public static BatchSummary score(
            SparkOptions spark,
            List<RatedPair> pairs,
            BatchOptions options,
            Path results,
            Progress progress,
            Consumer<ScoreRow> rows) {
        requireSpark();
        if (!StoredFile.is(results)) {
            Path file = StoredFile.local(results);
            return Batch.score(
                    pairs,
                    options,
                    file,
                    progress,
                    rows,
                    scoring -> new SparkDriver(spark, scoring, progress, () -> {}));
        }
        try (StoredResults stored = StoredResults.open(results, options)) {
            BatchSummary summary = Batch.score(
                    pairs,
                    options,
                    stored.file(),
                    progress,
                    rows,
                    scoring -> new SparkDriver(spark, scoring, progress, stored::saveNowAndThen));
            stored.finish();
            return summary;
        }
    }

    private static void requireSpark() {
        if (!isSparkThere()) {
            throw new UsageException(
                    "Expected the libraries of Apache Spark, but this package of AHIQ has none: get the one whose name begins"
                            + " with ahiq-spark, or submit its ahiq-spark.jar to a cluster by spark-submit.");
        }
    }

    /** Looks for what only the whole of Spark has. */
    private static boolean isSparkThere() {
        ClassLoader loader = SparkSite.class.getClassLoader();
        return loader.getResource("org/apache/spark/SparkContext.class") != null
                && loader.getResource("org/apache/spark/launcher/JavaModuleOptions.class") != null;
    }
}
