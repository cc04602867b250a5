/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile confidence intervals by drawing whole groups with replacement, such as all images of one reference,
 * because values of one group depend on each other: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap",
 * 1993, chapters 8 and 13. Immutable and thread safe.
 */
public final class Bootstrap {

    private final List<int[]> groups;
    private final int resamples;
    private final long seed;

    /**
     * @param groups name of the group of every value, in the order of the values
     * @param resamples how often to draw, such as 1000
     * @param seed of {@link Random}, whose algorithm is the same on every platform
     */
    public Bootstrap(List<String> groups, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("Expected at least one resample, but found " + resamples);
        }
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            byName.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
        }
        this.groups = byName.values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * The interval of a statistic. The same draws are made for every statistic, so that differences of two statistics
     * may be taken draw by draw.
     *
     * @param statistic of the values with these indices; draws for which it is not finite are left out
     * @param level such as 0.95
     * @return empty if there are fewer than two groups, or the statistic is undefined for more than half of the draws
     */
    public Optional<Interval> interval(ToDoubleFunction<int[]> statistic, double level) {
        return interval(draws(statistic::applyAsDouble), value -> value, level);
    }

    /**
     * What a function says of every draw, in their order, which is the same for every function; none if there are fewer
     * than two groups.
     *
     * @param statistics of the values with these indices
     */
    public <T> List<T> draws(Function<int[], T> statistics) {
        List<T> results = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < resamples && groups.size() > 1; i++) {
            results.add(statistics.apply(draw(random)));
        }
        return results;
    }

    /**
     * The interval of a number that {@link #draws} gave.
     *
     * @param statistic of a draw; those for which it is not finite are left out
     * @return empty if there are no draws, or the statistic is undefined for half of them or more
     */
    public static <T> Optional<Interval> interval(List<T> draws, ToDoubleFunction<T> statistic, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Expected a level between 0 and 1, but found " + level);
        }
        double[] values =
                draws.stream().mapToDouble(statistic).filter(Double::isFinite).toArray();
        if (2 * values.length <= draws.size()) {
            return Optional.empty();
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values);
        return Optional.of(
                new Interval(percentile.evaluate(50 * (1 - level)), percentile.evaluate(50 * (1 + level)), level));
    }

    private int[] draw(Random random) {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(random.nextInt(groups.size())))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** The values with these indices. */
    public static double[] select(double[] values, int[] indices) {
        return IntStream.of(indices).mapToDouble(i -> values[i]).toArray();
    }
}
