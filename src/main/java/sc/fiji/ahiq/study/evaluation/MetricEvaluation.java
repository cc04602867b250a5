/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.study.stats.Bootstrap;
import sc.fiji.ahiq.study.stats.Correlation;
import sc.fiji.ahiq.study.stats.Logistic;
import sc.fiji.ahiq.study.stats.LogisticFit;

/**
 * One metric against the opinions. Immutable. Mapped scores come from one curve, fitted to all pairs, also in parts of
 * the data and in the draws of the bootstrap.
 */
public final class MetricEvaluation {

    private static final Comparator<String> ALPHABETICAL =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /** Two for each parameter. */
    private static final int MIN_PAIRS_OF_CURVE = 10;

    private final MetricColumn metric;
    private final Direction direction;
    private final double[] scores;
    private final double[] oriented;
    private final double[] mapped;
    private final double[] mos;
    private final LogisticFit mapping;
    private final Agreement all;
    private final Map<String, Agreement> byDistortion;
    private final Map<String, Agreement> byReference;

    private MetricEvaluation(RatedScores rated, MetricColumn metric, double[] scores) {
        this.metric = metric;
        this.scores = scores;
        this.mos = rated.mos();
        this.direction = metric.direction().orElseGet(() -> observedDirection(scores, mos));
        double sign = direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
        this.oriented = Arrays.stream(scores).map(score -> sign * score).toArray();
        this.mapping = monotoneMapping(scores, mos);
        this.mapped = mapping.map(scores);
        this.all = Agreement.of(oriented, mapped, mos);
        this.byDistortion = byGroup(groups(rated.pairs(), EvaluatedPair::distortion));
        this.byReference = byGroup(groups(rated.pairs(), EvaluatedPair::reference));
    }

    /** @param index of the metric among those that the pairs have scores of */
    static MetricEvaluation of(RatedScores rated, MetricColumn metric, int index) {
        return new MetricEvaluation(rated, metric, rated.scores(index));
    }

    /**
     * The published curve, unless it rises and falls within the scores: that follows chance, as do curves of few pairs.
     */
    private static LogisticFit monotoneMapping(double[] scores, double[] mos) {
        if (scores.length < MIN_PAIRS_OF_CURVE) {
            String reason = "expected at least " + MIN_PAIRS_OF_CURVE + " pairs, but found " + scores.length;
            return LogisticFit.line(Logistic.FIVE_PARAMETERS, scores, mos, reason);
        }
        LogisticFit published = Logistic.FIVE_PARAMETERS.fit(scores, mos);
        double low = Arrays.stream(scores).min().orElseThrow();
        double high = Arrays.stream(scores).max().orElseThrow();
        return published.isMonotone(low, high) ? published : Logistic.FOUR_PARAMETERS.fit(scores, mos);
    }

    private static Direction observedDirection(double[] scores, double[] mos) {
        return Correlation.srocc(scores, mos) < 0 ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    /** Indices of the pairs of each key that is not empty, sorted by key. */
    static SortedMap<String, int[]> groups(List<EvaluatedPair> pairs, Function<EvaluatedPair, String> key) {
        SortedMap<String, int[]> groups = new TreeMap<>(ALPHABETICAL);
        pairs.stream().map(key).distinct().filter(name -> !name.isEmpty()).forEach(name -> {
            int[] members = IntStream.range(0, pairs.size())
                    .filter(i -> key.apply(pairs.get(i)).equals(name))
                    .toArray();
            groups.put(name, members);
        });
        return groups;
    }

    private Map<String, Agreement> byGroup(Map<String, int[]> groups) {
        Map<String, Agreement> agreements = new LinkedHashMap<>();
        groups.forEach((name, members) -> agreements.put(name, agreement(members)));
        return agreements;
    }

    /** On the pairs with these indices, of which any may be repeated. */
    Agreement agreement(int[] pairs) {
        return Agreement.of(
                Bootstrap.select(oriented, pairs), Bootstrap.select(mapped, pairs), Bootstrap.select(mos, pairs));
    }

    /** SROCC of the pairs with these indices. */
    double srocc(int[] pairs) {
        return Correlation.srocc(Bootstrap.select(oriented, pairs), Bootstrap.select(mos, pairs));
    }

    /** Column of the table. */
    public String name() {
        return metric.name();
    }

    /** Name as people write it. */
    public String label() {
        return metric.label();
    }

    /** Whether it is a metric of this program. */
    boolean isDirectionKnown() {
        return metric.direction().isPresent();
    }

    /** Which scores are good; of a metric that this program does not know, the sign of its SROCC over all pairs. */
    public Direction direction() {
        return direction;
    }

    /** Maps scores to the scale of the opinions. */
    public LogisticFit mapping() {
        return mapping;
    }

    /** Whether all scores are equal, so that no correlation is defined. */
    boolean isConstant() {
        return Arrays.stream(scores).distinct().count() == 1;
    }

    /** Over all pairs. */
    public Agreement all() {
        return all;
    }

    /** Within every kind of distortion that has a name, sorted by it. */
    public Map<String, Agreement> byDistortion() {
        return byDistortion;
    }

    /** Within the pairs of every reference, sorted by its path. */
    public Map<String, Agreement> byReference() {
        return byReference;
    }

    double[] scores() {
        return scores;
    }

    /** The scores, negated where low ones are good. */
    double[] oriented() {
        return oriented;
    }

    double[] mapped() {
        return mapped;
    }

    double[] mos() {
        return mos;
    }
}
