/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.Locale;
import sc.fiji.ahiq.study.evaluation.Evaluation;

/** What the numbers mean. */
final class MethodSection {

    private MethodSection() {}

    static void write(Html html, Evaluation evaluation) {
        html.element("h2", "Method").open("dl", "class", "method");
        define(
                html,
                "Pairs",
                "All metrics are evaluated on the same pairs: those with an opinion and a finite score of every metric.");
        define(
                html,
                "PLCC, SROCC, KROCC",
                "Correlation of scores and mean opinion scores by Pearson, Spearman and Kendall (tau-b). They are positive"
                        + " if the metric is right, also where its low scores are the good ones.");
        define(
                html,
                "Mapped",
                "Scores x after b1 (1/2 − 1/(1 + exp(b2 (x − b3)))) + b4 x + b5, fitted to all pairs by least squares; where that"
                        + " rises and falls within the scores, after (b1 − b2)/(1 + exp(−(x − b3)/b4)) + b2; with fewer than 10"
                        + " pairs, after a line, which is not drawn. The same curve is used within distortions, references and bootstrap samples.");
        define(
                html,
                "Intervals",
                String.format(
                        Locale.ROOT,
                        "Percentile bootstrap: %d samples of whole references, seed %d, confidence %s.",
                        evaluation.options().samples(),
                        evaluation.options().seed(),
                        evaluation.options().confidence()));
        define(
                html,
                "Differences",
                "A metric counts as better if the bootstrap interval of the difference excludes zero. The tests for dependent"
                        + " correlations, by Hotelling and Williams and by Meng, Rosenthal and Rubin, take all pairs for"
                        + " independent, which images of one reference are not: their p is too small. Nothing is corrected for"
                        + " the number of comparisons.");
        html.close();
    }

    private static void define(Html html, String term, String meaning) {
        html.element("dt", term).element("dd", meaning);
    }
}
