/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

/**
 * Where and how Spark scores.
 *
 * @param master such as {@code local[4]} or {@code spark://HOST:7077}
 * @param largestWhole pixels above which the work on a pair is divided among executors
 */
public record SparkOptions(String master, long largestWhole) {

    private static final double MEGA = 1e6;

    /** On this master; no pair is divided. */
    public static SparkOptions of(String master) {
        return new SparkOptions(master, Long.MAX_VALUE);
    }

    /** The same, dividing pairs of more pixels. */
    public SparkOptions splittingAbove(double megapixels) {
        return new SparkOptions(master, (long) (megapixels * MEGA));
    }
}
