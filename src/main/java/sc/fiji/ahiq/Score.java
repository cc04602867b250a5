/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.scoring.PlanePosition;
import sc.fiji.ahiq.scoring.PlaneScore;
import sc.fiji.ahiq.scoring.RunInfo;

/** What metrics say of a distorted image, or of a plane of it. Immutable. */
public final class Score {

    private final PlaneScore plane;
    private final RunInfo run;

    Score(PlaneScore plane, RunInfo run) {
        this.plane = plane;
        this.run = run;
    }

    /**
     * The score by the first metric, of AHIQ higher is better.
     *
     * @throws NoSuchElementException if it could not score the plane; the message is that of {@link #error}
     */
    public double value() {
        String first = run.metrics().get(0).name();
        return value(first).orElseThrow(() -> new NoSuchElementException(error().orElse("No score by " + first)));
    }

    /** The score by a metric; empty if it was not asked for or could not score the plane. */
    public OptionalDouble value(String metric) {
        return plane.scored().isPresent() ? plane.scored().get().score(metric) : OptionalDouble.empty();
    }

    /**
     * The quality of every pixel of what was compared, by the first metric, in its unit; NaN where it did not look.
     *
     * @throws NoSuchElementException if it has no such map
     */
    public RandomAccessibleInterval<FloatType> quality() {
        return map(QualityMap.Kind.QUALITY);
    }

    /**
     * How much every pixel counts; {@code sum(quality * weight) / sum(weight)} is the score of AHIQ with dense crops or
     * a single one.
     *
     * @throws NoSuchElementException if the first metric has no such map
     */
    public RandomAccessibleInterval<FloatType> weight() {
        return map(QualityMap.Kind.WEIGHT);
    }

    private RandomAccessibleInterval<FloatType> map(QualityMap.Kind kind) {
        String first = run.metrics().get(0).name();
        return maps(first).stream()
                .filter(map -> map.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The metric " + first
                        + " has no such map here; maps(true) keeps those of metrics besides AHIQ"))
                .pixels();
    }

    /** The maps of a metric; none if it has none, or they were not kept. */
    public List<QualityMap> maps(String metric) {
        return plane.scored()
                .map(scored -> scored.results().get(metric))
                .map(MetricResult::maps)
                .orElse(List.of());
    }

    /** Why metrics could not score the plane. */
    public Optional<String> error() {
        return Optional.ofNullable(plane.row().error());
    }

    /** The plane in the distorted image. */
    public PlanePosition position() {
        return plane.position();
    }

    /** The row of the results table, by column; a value that does not exist is null. */
    public Map<String, Object> row() {
        return plane.row().cells();
    }

    @Override
    public String toString() {
        return row().toString();
    }
}
