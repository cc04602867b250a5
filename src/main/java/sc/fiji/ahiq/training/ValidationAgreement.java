/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import sc.fiji.ahiq.study.stats.Correlation;

/**
 * How well scores and labels agree, in -1..1; NaN where either is constant.
 *
 * @param srocc Spearman's rank correlation
 * @param plcc Pearson's correlation, of the scores as they are
 */
public record ValidationAgreement(double srocc, double plcc) {

    static final ValidationAgreement NONE = new ValidationAgreement(Double.NaN, Double.NaN);

    static ValidationAgreement of(double[] scores, double[] labels) {
        return new ValidationAgreement(Correlation.srocc(scores, labels), Correlation.plcc(scores, labels));
    }

    /** Whether the sum of both, the main score of the challenge, is higher; anything is better than NaN. */
    boolean isBetterThan(ValidationAgreement other) {
        double sum = srocc + plcc;
        double otherSum = other.srocc + other.plcc;
        return sum > otherSum || Double.isNaN(otherSum) && !Double.isNaN(sum);
    }
}
