/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.ahiq.study.plot.BarChart;
import sc.fiji.ahiq.study.plot.BarChart.Bar;
import sc.fiji.ahiq.study.plot.BarChart.Series;
import sc.fiji.ahiq.study.plot.Figure;
import sc.fiji.ahiq.study.plot.ScatterPlot;
import sc.fiji.ahiq.study.plot.ScatterPlot.PointGroup;
import sc.fiji.ahiq.study.stats.Bootstrap;
import sc.fiji.ahiq.study.stats.Interval;

/** The figures of an evaluation. */
public final class EvaluationFigures {

    /** As many metrics stand side by side in a chart, each in a colour of its own. */
    private static final int MAX_SERIES = 6;

    private final Evaluation evaluation;
    private final Map<String, int[]> distortions;

    public EvaluationFigures(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.distortions = MetricEvaluation.groups(evaluation.pairs(), EvaluatedPair::distortion);
    }

    /**
     * By the name that its file should have, without an ending: {@code srocc}, {@code scatter_METRIC} for every metric,
     * and {@code srocc_by_distortion} if there are kinds of distortion.
     */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("srocc", srocc());
        for (int i = 0; i < evaluation.metrics().size(); i++) {
            String name = "scatter_" + evaluation.metrics().get(i).name().replaceAll("[^A-Za-z0-9_-]", "_");
            figures.put(figures.containsKey(name) ? name + "_" + (i + 1) : name, scatter(i));
        }
        if (!distortions.isEmpty()) {
            figures.put("srocc_by_distortion", sroccByDistortion());
        }
        return figures;
    }

    /** A bar for every metric. */
    public Figure srocc() {
        List<String> labels = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < evaluation.metrics().size(); i++) {
            MetricEvaluation metric = evaluation.metrics().get(i);
            labels.add(metric.label());
            bars.add(bar(metric.all(), evaluation.interval(i, Statistic.SROCC)));
        }
        return new BarChart(
                        "Rank correlation with opinions",
                        intervalText(),
                        "SROCC",
                        labels,
                        List.of(new Series("SROCC", bars)))
                .figure();
    }

    /** A group of bars for every kind of distortion; the first six metrics side by side. */
    public Figure sroccByDistortion() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_SERIES, evaluation.metrics().size()); i++) {
            MetricEvaluation metric = evaluation.metrics().get(i);
            List<Bar> bars = new ArrayList<>();
            for (String distortion : distortions.keySet()) {
                bars.add(bar(metric.byDistortion().get(distortion), evaluation.sroccInterval(i, distortion)));
            }
            series.add(new Series(metric.label(), bars));
        }
        return new BarChart(
                        "Rank correlation by distortion",
                        intervalText(),
                        "SROCC",
                        List.copyOf(distortions.keySet()),
                        series)
                .figure();
    }

    private static Bar bar(Agreement agreement, Optional<Interval> interval) {
        return new Bar(
                agreement.get(Statistic.SROCC),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN));
    }

    private String intervalText() {
        if (evaluation.referenceCount() == 1) {
            return "of 1 reference, without intervals";
        }
        return String.format(
                Locale.ROOT,
                "with %s %% intervals of %d bootstrap samples over %d references",
                BigDecimal.valueOf(evaluation.options().confidence())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString(),
                evaluation.options().samples(),
                evaluation.referenceCount());
    }

    /** The scores of a metric against the opinions, and the mapping between them. */
    public Figure scatter(int index) {
        MetricEvaluation metric = evaluation.metrics().get(index);
        Agreement all = metric.all();
        String subtitle = String.format(
                Locale.ROOT,
                "PLCC %.4f (mapped %.4f), SROCC %.4f, %d pairs",
                all.get(Statistic.PLCC),
                all.get(Statistic.PLCC_MAPPED),
                all.get(Statistic.SROCC),
                all.pairs());
        return new ScatterPlot(
                        metric.label(),
                        subtitle,
                        metric.label() + " (" + metric.direction().label() + ")",
                        "Mean opinion score",
                        points(metric),
                        metric.mapping().converged() ? Optional.of(metric.mapping()::map) : Optional.empty())
                .figure();
    }

    private List<PointGroup> points(MetricEvaluation metric) {
        List<PointGroup> groups = new ArrayList<>();
        distortions.forEach((name, members) -> groups.add(points(metric, name, members)));
        int[] others = IntStream.range(0, evaluation.pairs().size())
                .filter(i -> evaluation.pairs().get(i).distortion().isEmpty())
                .toArray();
        if (others.length > 0) {
            groups.add(points(metric, "other", others));
        }
        return groups;
    }

    private static PointGroup points(MetricEvaluation metric, String name, int[] members) {
        return new PointGroup(
                name, Bootstrap.select(metric.scores(), members), Bootstrap.select(metric.mos(), members));
    }
}
