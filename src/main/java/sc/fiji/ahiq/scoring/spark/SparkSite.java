/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.batch.ScoringSite;

/** Apache Spark as the place where pairs are scored. Can be loaded where Spark's classes are not there. */
public final class SparkSite {

    private SparkSite() {}

    /**
     * Starts an application of Spark, with this process as its driver, and opens the metrics on one of its executors.
     *
     * @param master such as {@code local[4]} or {@code spark://HOST:7077}
     * @param progress told what the user should know, and how many pairs are scored in a second
     * @throws UsageException if Spark's classes are not there, or there is no such master
     * @throws sc.fiji.ahiq.base.error.ModelException if the model cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails, or Spark does
     */
    public static ScoringSite open(String master, ScoringOptions options, Progress progress) {
        if (!isSparkThere()) {
            throw new UsageException(
                    "Expected the libraries of Apache Spark, but this package of AHIQ has none: get the one whose name begins"
                            + " with ahiq-spark, or submit its ahiq-spark.jar to a cluster by spark-submit.");
        }
        return new SparkDriver(master, options, progress);
    }

    /** Looks for what only the whole of Spark has. */
    private static boolean isSparkThere() {
        ClassLoader loader = SparkSite.class.getClassLoader();
        return loader.getResource("org/apache/spark/SparkContext.class") != null
                && loader.getResource("org/apache/spark/launcher/JavaModuleOptions.class") != null;
    }
}
