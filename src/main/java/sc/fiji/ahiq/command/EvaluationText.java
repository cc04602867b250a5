/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Locale;
import sc.fiji.ahiq.study.evaluation.Evaluation;
import sc.fiji.ahiq.study.evaluation.MetricEvaluation;
import sc.fiji.ahiq.study.evaluation.Statistic;

/** The summary of an evaluation as lines of text. */
final class EvaluationText {

    private final Evaluation evaluation;

    EvaluationText(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-16s", "Metric"));
        for (Statistic statistic : Statistic.values()) {
            text.append(String.format(Locale.ROOT, "  %16s", statistic.label()));
        }
        text.append(System.lineSeparator());
        for (MetricEvaluation metric : evaluation.metrics()) {
            text.append(String.format(Locale.ROOT, "%-16s", metric.label()));
            for (Statistic statistic : Statistic.values()) {
                double value = metric.all().get(statistic);
                text.append(String.format(
                        Locale.ROOT, "  %16s", Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value)));
            }
            text.append(System.lineSeparator());
        }
        text.append(String.format(Locale.ROOT, "%d pairs", evaluation.pairs().size()));
        evaluation
                .excluded()
                .forEach((reason, count) ->
                        text.append(", not ").append(count).append(' ').append(reason));
        text.append(System.lineSeparator());
        evaluation.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
        return text.toString();
    }
}
