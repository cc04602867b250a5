/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/**
 * Settings of an application; those that the user gives by {@code spark-submit} or as properties of Java, such as
 * {@code -Dspark.executor.memory=4g}, come first.
 */
final class DriverSettings {

    private static final String JARS = "spark.jars";

    private static final Map<String, String> USUAL = Map.of(
            "spark.app.name",
            "AHIQ",
            // Threads of the engine wait asleep.
            "spark.executorEnv.OMP_WAIT_POLICY",
            "passive",
            // Rows are written as they come; nothing piles up.
            "spark.driver.maxResultSize",
            "0");

    /**
     * A task that failed twice on an executor, as on a full disk, is tried on others; a node whose executors died is
     * not to blame, for it may be the only one.
     */
    private static final Map<String, String> OF_CLUSTERS = Map.of(
            "spark.task.maxFailures",
            "8",
            "spark.excludeOnFailure.enabled",
            "true",
            "spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor",
            "2",
            "spark.excludeOnFailure.task.maxTaskAttemptsPerNode",
            "7",
            "spark.excludeOnFailure.stage.maxFailedExecutorsPerNode",
            "1000",
            "spark.excludeOnFailure.application.maxFailedExecutorsPerNode",
            "1000");

    private DriverSettings() {}

    static SparkConf of(String master) {
        SparkConf settings = new SparkConf().setMaster(master);
        USUAL.forEach(settings::setIfMissing);
        if (master.startsWith("local")) {
            return settings;
        }
        if (OF_CLUSTERS.keySet().stream().noneMatch(settings::contains)) {
            OF_CLUSTERS.forEach(settings::set);
        }
        if (!settings.contains(JARS)) {
            settings.set(JARS, ownJars());
        }
        return settings;
    }

    /** The jars of this program, natives included, for executors; they have those of Spark. */
    private static String ownJars() {
        Map<Path, Boolean> ofSpark = new HashMap<>();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(jar -> !ofSpark.computeIfAbsent(jar.getParent(), DriverSettings::isOfSpark))
                .map(jar -> jar.toUri().toString())
                .reduce((jars, jar) -> jars + "," + jar)
                .orElse("");
    }

    private static boolean isOfSpark(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && Stream.of(names).anyMatch(name -> name.startsWith("spark-core_"));
    }
}
