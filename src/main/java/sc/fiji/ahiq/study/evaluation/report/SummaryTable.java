/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.MetricEvaluation;
import sc.fiji.ahiq.study.evaluation.Statistic;

/** A row for every metric, a column for every statistic; the best number of a column is bold. */
final class SummaryTable {

    private final Html html;
    private final Evaluation evaluation;

    SummaryTable(Html html, Evaluation evaluation) {
        this.html = html;
        this.evaluation = evaluation;
    }

    void write() {
        html.element("h2", "Agreement with opinions")
                .open("div", "class", "wide")
                .open("table");
        html.open("thead").open("tr").element("th", "Metric");
        for (Statistic statistic : Statistic.values()) {
            html.element("th", statistic.label());
        }
        html.close().close().open("tbody");
        for (int i = 0; i < evaluation.metrics().size(); i++) {
            writeRow(i);
        }
        html.close().close().close();
    }

    private void writeRow(int index) {
        MetricEvaluation metric = evaluation.metrics().get(index);
        html.open("tr").element("td", metric.label());
        for (Statistic statistic : Statistic.values()) {
            double value = metric.all().get(statistic);
            html.open("td", "class", value == best(statistic) ? "best" : "");
            html.text(statistic == Statistic.RMSE_MAPPED ? Numbers.measured(value) : Numbers.coefficient(value));
            html.empty("br").element("small", interval(index, statistic)).close();
        }
        html.close();
    }

    private String interval(int index, Statistic statistic) {
        return Numbers.interval(evaluation.interval(index, statistic));
    }

    private double best(Statistic statistic) {
        double sign = statistic == Statistic.RMSE_MAPPED ? -1 : 1;
        return sign
                * evaluation.metrics().stream()
                        .mapToDouble(metric -> sign * metric.all().get(statistic))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(Double.NaN);
    }
}
