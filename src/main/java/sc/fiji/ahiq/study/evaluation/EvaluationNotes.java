/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.study.stats.Logistic;

/** What a reader of an evaluation must know, as sentences. */
final class EvaluationNotes {

    private EvaluationNotes() {}

    static List<String> of(Evaluation evaluation) {
        List<String> notes = new ArrayList<>();
        if (evaluation.models().size() > 1) {
            notes.add("The scores are of different models: " + String.join(", ", evaluation.models()) + ".");
        }
        if (!evaluation.unknownColumns().isEmpty()) {
            notes.add(unknown(evaluation));
        }
        if (evaluation.referenceCount() == 1) {
            notes.add("All pairs have one reference: there are no intervals, which are drawn over references.");
        }
        evaluation.metrics().forEach(metric -> notes.addAll(of(metric)));
        return notes;
    }

    private static String unknown(Evaluation evaluation) {
        String all = Stream.concat(
                        evaluation.metrics().stream().map(metric -> metric.name()),
                        evaluation.unknownColumns().stream())
                .map(Printable::of)
                .collect(Collectors.joining(","));
        return "Columns of numbers that are not evaluated, for they are no metrics that are known: "
                + Printable.of(String.join(", ", evaluation.unknownColumns()))
                + ". Name all that are wanted to take them, too: --metrics " + all + ".";
    }

    private static List<String> of(MetricEvaluation metric) {
        String label = metric.label();
        if (metric.isConstant()) {
            return List.of(label + " is the same for all pairs: nothing correlates with it.");
        }
        List<String> notes = new ArrayList<>();
        if (!metric.mapping().converged()) {
            notes.add("No logistic curve is fitted to " + label + ", a line stands in: "
                    + metric.mapping().message() + ".");
        } else if (metric.mapping().form() == Logistic.FOUR_PARAMETERS) {
            notes.add("The curve of five parameters that fits " + label
                    + " best rises and falls within the scores, as happens by chance: the best one of four parameters, which"
                    + " cannot, stands in.");
        }
        if (!metric.isDirectionKnown()) {
            notes.add("Whether high or low values of " + metric.name()
                    + " are good is not known. Here its rank correlation with the opinions decides: "
                    + metric.direction().label() + ".");
        }
        return notes;
    }
}
