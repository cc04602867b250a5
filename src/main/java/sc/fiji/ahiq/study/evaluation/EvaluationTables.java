/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.ahiq.scoring.results.DataTable;
import sc.fiji.ahiq.study.stats.Interval;
import sc.fiji.ahiq.study.stats.Significance;

/** The numbers of an evaluation as tables. */
public final class EvaluationTables {

    private static final int PARAMETERS = 5;

    private final Evaluation evaluation;

    public EvaluationTables(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A row for every metric: statistics with the ends of their intervals, and the mapping. */
    public DataTable summary() {
        List<String> columns = new ArrayList<>(List.of("metric", "label", "direction", "pairs"));
        for (Statistic statistic : Statistic.values()) {
            columns.addAll(List.of(statistic.column(), statistic.column() + "_low", statistic.column() + "_high"));
        }
        columns.addAll(List.of("mapping", "b1", "b2", "b3", "b4", "b5"));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < evaluation.metrics().size(); i++) {
            rows.add(summaryRow(i));
        }
        return new DataTable(columns, rows);
    }

    private List<Object> summaryRow(int index) {
        MetricEvaluation metric = evaluation.metrics().get(index);
        List<Object> row = new ArrayList<>(List.of(
                metric.name(),
                metric.label(),
                metric.direction().label(),
                metric.all().pairs()));
        for (Statistic statistic : Statistic.values()) {
            row.add(metric.all().get(statistic));
            addEnds(row, evaluation.interval(index, statistic));
        }
        boolean converged = metric.mapping().converged();
        row.add(
                converged
                        ? metric.mapping().form().label()
                        : "line: " + metric.mapping().message());
        double[] parameters = metric.mapping().parameters();
        for (int i = 0; i < PARAMETERS; i++) {
            row.add(i < parameters.length ? parameters[i] : Double.NaN);
        }
        return row;
    }

    private static void addEnds(List<Object> row, Optional<Interval> interval) {
        row.add(interval.map(Interval::low).orElse(Double.NaN));
        row.add(interval.map(Interval::high).orElse(Double.NaN));
    }

    /** A row for every kind of distortion and metric; without rows if no pair names its distortion. */
    public DataTable byDistortion() {
        DataTable table = byGroup("distortion", MetricEvaluation::byDistortion);
        List<String> columns = new ArrayList<>(table.columns());
        columns.addAll(List.of("srocc_low", "srocc_high"));
        List<List<Object>> rows = new ArrayList<>();
        int metrics = evaluation.metrics().size();
        for (List<Object> row : table.rows()) {
            List<Object> extended = new ArrayList<>(row);
            addEnds(extended, evaluation.sroccInterval(rows.size() % metrics, (String) row.get(0)));
            rows.add(extended);
        }
        return new DataTable(columns, rows);
    }

    /** A row for every reference and metric. */
    public DataTable byReference() {
        return byGroup("reference", MetricEvaluation::byReference);
    }

    private DataTable byGroup(String name, Function<MetricEvaluation, Map<String, Agreement>> agreements) {
        List<String> columns = new ArrayList<>(List.of(name, "metric", "pairs"));
        for (Statistic statistic : Statistic.values()) {
            columns.add(statistic.column());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (String group : agreements.apply(evaluation.metrics().get(0)).keySet()) {
            for (MetricEvaluation metric : evaluation.metrics()) {
                Agreement agreement = agreements.apply(metric).get(group);
                List<Object> row = new ArrayList<>(List.of(group, metric.name(), agreement.pairs()));
                for (Statistic statistic : Statistic.values()) {
                    row.add(agreement.get(statistic));
                }
                rows.add(row);
            }
        }
        return new DataTable(columns, rows);
    }

    /** A row for every two metrics and statistic; without rows if there is but one metric. */
    public DataTable significance() {
        List<List<Object>> rows = new ArrayList<>();
        for (Difference difference : evaluation.differences()) {
            List<Object> row = new ArrayList<>(List.of(
                    evaluation.metrics().get(difference.first()).name(),
                    evaluation.metrics().get(difference.second()).name(),
                    difference.statistic().column(),
                    difference.value()));
            addEnds(row, difference.interval());
            row.add(difference.williams().map(Significance::statistic).orElse(Double.NaN));
            row.add(difference.williams().map(Significance::pValue).orElse(Double.NaN));
            row.add(difference.meng().map(Significance::statistic).orElse(Double.NaN));
            row.add(difference.meng().map(Significance::pValue).orElse(Double.NaN));
            rows.add(row);
        }
        return new DataTable(
                List.of(
                        "metric_a",
                        "metric_b",
                        "statistic",
                        "difference",
                        "low",
                        "high",
                        "williams_t",
                        "williams_p",
                        "meng_z",
                        "meng_p"),
                rows);
    }
}
