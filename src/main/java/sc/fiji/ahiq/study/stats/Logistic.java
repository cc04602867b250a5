/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.Arrays;

/**
 * Curves that map scores to mean opinion scores before PLCC and RMSE are taken, by least squares. Both rise or fall,
 * whichever fits.
 */
public enum Logistic {
    /**
     * b1 (1/2 - 1 / (1 + exp(b2 (x - b3)))) + b4 x + b5: H. R. Sheikh, M. F. Sabir and A. C. Bovik, "A Statistical
     * Evaluation of Recent Full Reference Image Quality Assessment Algorithms", IEEE Transactions on Image Processing
     * 15, 2006, equations 8 and 9.
     */
    FIVE_PARAMETERS(5, "logistic"),

    /**
     * (b1 - b2) / (1 + exp(-(x - b3) / |b4|)) + b2: Video Quality Experts Group, "Final Report ... on the Validation of
     * Objective Models of Video Quality Assessment, Phase II", 2003.
     */
    FOUR_PARAMETERS(4, "logistic of four parameters");

    private final int count;
    private final String label;

    Logistic(int count, String label) {
        this.count = count;
        this.label = label;
    }

    /** For tables. */
    public String label() {
        return label;
    }

    /** The number of parameters. */
    public int count() {
        return count;
    }

    boolean hasLinearTerm() {
        return this == FIVE_PARAMETERS;
    }

    /**
     * Fits the curve by the Levenberg-Marquardt method from several starts. Where that is impossible, because there are
     * fewer different scores than parameters, or all opinions are equal, or because no start converges, the
     * least-squares line stands in, {@link LogisticFit#converged} is false and {@link LogisticFit#message} says why.
     * Deterministic.
     *
     * @param scores one for each opinion, at least one
     * @param opinions mean opinion scores
     */
    public LogisticFit fit(double[] scores, double[] opinions) {
        Samples.requirePaired(scores, opinions);
        if (scores.length == 0) {
            throw new IllegalArgumentException("Expected at least one score to fit a curve to");
        }
        long different = Arrays.stream(scores).distinct().count();
        if (different < count) {
            return LogisticFit.line(
                    this,
                    scores,
                    opinions,
                    "expected at least " + count + " different scores for " + count + " parameters, but found "
                            + different);
        }
        if (Samples.isConstant(opinions)) {
            return LogisticFit.line(this, scores, opinions, "all opinions are equal");
        }
        return LogisticSearch.best(this, scores, opinions)
                .orElseGet(() -> LogisticFit.line(
                        this, scores, opinions, "the least-squares search did not converge from any start"));
    }
}
