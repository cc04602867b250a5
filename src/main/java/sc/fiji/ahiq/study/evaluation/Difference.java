/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.Optional;
import sc.fiji.ahiq.study.stats.DependentCorrelations;
import sc.fiji.ahiq.study.stats.Interval;
import sc.fiji.ahiq.study.stats.Significance;

/**
 * Whether two metrics agree differently well with the same opinions. The tests take all pairs for independent, which
 * images of one reference are not; the bootstrap over references does not.
 *
 * @param first index of a metric
 * @param second index of another metric
 * @param statistic {@link Statistic#PLCC}, {@link Statistic#PLCC_MAPPED} or {@link Statistic#SROCC}
 * @param value statistic of the first less that of the second
 * @param interval of the value by bootstrap over references; empty if there are too few
 * @param williams test by Hotelling and Williams; empty if a correlation is undefined or there are fewer than four
 *     pairs
 * @param meng test by Meng, Rosenthal and Rubin; empty where the other is
 */
public record Difference(
        int first,
        int second,
        Statistic statistic,
        double value,
        Optional<Interval> interval,
        Optional<Significance> williams,
        Optional<Significance> meng) {

    static Difference of(Evaluation evaluation, int first, int second, Statistic statistic) {
        MetricEvaluation a = evaluation.metrics().get(first);
        MetricEvaluation b = evaluation.metrics().get(second);
        Optional<DependentCorrelations> correlations = correlations(a, b, statistic);
        return new Difference(
                first,
                second,
                statistic,
                a.all().get(statistic) - b.all().get(statistic),
                evaluation.interval(first, second, statistic),
                correlations.map(DependentCorrelations::hotellingWilliams),
                correlations.map(DependentCorrelations::meng));
    }

    private static Optional<DependentCorrelations> correlations(
            MetricEvaluation a, MetricEvaluation b, Statistic statistic) {
        return switch (statistic) {
            case PLCC -> DependentCorrelations.ofPlcc(a.oriented(), b.oriented(), a.mos());
            case PLCC_MAPPED -> DependentCorrelations.ofPlcc(a.mapped(), b.mapped(), a.mos());
            case SROCC -> DependentCorrelations.ofSrocc(a.oriented(), b.oriented(), a.mos());
            default -> throw new IllegalArgumentException("There is no test of a difference of " + statistic);
        };
    }

    /** Whether the interval, or without one Meng's test, says that the metrics differ. */
    public boolean isSignificant(double confidence) {
        return interval.map(range -> range.low() > 0 || range.high() < 0)
                .or(() -> meng.map(test -> test.pValue() < 1 - confidence))
                .orElse(false);
    }
}
