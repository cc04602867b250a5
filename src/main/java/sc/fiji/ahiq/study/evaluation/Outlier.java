/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

/**
 * A pair whose opinion a metric predicts badly.
 *
 * @param predicted score, mapped to the scale of the opinions
 */
public record Outlier(EvaluatedPair pair, double predicted) {

    /** By how much the prediction is too high; negative if it is too low. */
    public double error() {
        return predicted - pair.mos();
    }
}
