/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sc.fiji.ahiq.study.evaluation.Agreement;
import sc.fiji.ahiq.study.evaluation.Difference;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.MetricEvaluation;
import sc.fiji.ahiq.study.evaluation.Statistic;
import sc.fiji.ahiq.study.plot.Figure;

/** Metrics side by side: their differences, and their rank correlations within distortions and references. */
final class MetricTables {

    private final Html html;
    private final Evaluation evaluation;

    MetricTables(Html html, Evaluation evaluation) {
        this.html = html;
        this.evaluation = evaluation;
    }

    /** @param byDistortion null if there are no kinds of distortion */
    void write(Figure byDistortion) {
        if (!evaluation.differences().isEmpty()) {
            html.element("h2", "Differences between metrics");
            html.element("p", "Differences of SROCC; those of PLCC are in significance.csv.");
            writeDifferences();
        }
        if (byDistortion != null) {
            html.element("h2", "By distortion").figure(byDistortion);
            writeGroups("Numbers", "Distortion", MetricEvaluation::byDistortion, UnaryOperator.identity());
        }
        html.element("h2", "By reference");
        ShortNames names =
                new ShortNames(evaluation.metrics().get(0).byReference().keySet());
        writeGroups("Numbers", "Reference", MetricEvaluation::byReference, names::of);
    }

    private void writeDifferences() {
        writeHead("Metrics", List.of("Difference", "Interval", "Williams p", "Meng p", ""));
        for (Difference difference : evaluation.differences()) {
            if (difference.statistic() != Statistic.SROCC) {
                continue;
            }
            boolean significant = difference.isSignificant(evaluation.options().confidence());
            html.open("tr").element("td", label(difference.first()) + " − " + label(difference.second()));
            html.element("td", Numbers.difference(difference.value()), "class", significant ? "best" : "");
            html.element("td", Numbers.interval(difference.interval()));
            html.element(
                    "td",
                    difference
                            .williams()
                            .map(test -> Numbers.probability(test.pValue()))
                            .orElse(Numbers.MISSING));
            html.element(
                    "td",
                    difference
                            .meng()
                            .map(test -> Numbers.probability(test.pValue()))
                            .orElse(Numbers.MISSING));
            html.element("td", significant ? label(better(difference)) + " is better" : "");
            html.close();
        }
        html.close().close().close();
    }

    private static int better(Difference difference) {
        return difference.value() > 0 ? difference.first() : difference.second();
    }

    private String label(int metric) {
        return evaluation.metrics().get(metric).label();
    }

    private void writeGroups(
            String summary,
            String name,
            Function<MetricEvaluation, Map<String, Agreement>> agreements,
            UnaryOperator<String> names) {
        List<MetricEvaluation> metrics = evaluation.metrics();
        html.open("details").element("summary", summary);
        html.element("p", "SROCC of every metric within the pairs of a row.");
        writeHead(
                name,
                Stream.concat(Stream.of("Pairs"), metrics.stream().map(metric -> metric.label()))
                        .toList());
        agreements.apply(metrics.get(0)).forEach((group, first) -> {
            html.open("tr").element("td", names.apply(group)).element("td", Integer.toString(first.pairs()));
            double best = metrics.stream()
                    .mapToDouble(metric -> srocc(agreements.apply(metric).get(group)))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(Double.NaN);
            for (MetricEvaluation metric : metrics) {
                double value = srocc(agreements.apply(metric).get(group));
                html.element("td", Numbers.coefficient(value), "class", value == best ? "best" : "");
            }
            html.close();
        });
        html.close().close().close().close();
    }

    private static double srocc(Agreement agreement) {
        return agreement.get(Statistic.SROCC);
    }

    /** Leaves the box, the table and its body open. */
    private void writeHead(String first, List<String> others) {
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        html.element("th", first);
        others.forEach(column -> html.element("th", column));
        html.close().close().open("tbody");
    }
}
