/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * How results are evaluated.
 *
 * @param metrics columns, separated by commas; blank for {@code ahiq} and all columns named like a metric of this
 *     program
 * @param samples of the bootstrap, at least 1
 * @param seed of the bootstrap
 * @param confidence of the intervals, between 0 and 1
 * @param outliers how many of the worst predicted pairs are told, at least 0
 * @param models whose metrics are known besides those of the program
 */
public record EvaluationOptions(
        String metrics, int samples, long seed, double confidence, int outliers, ModelStore models) {

    /** All known metrics, 95 % intervals of 1000 samples, 12 outliers. */
    public static final EvaluationOptions DEFAULT = new EvaluationOptions("", 1000, 0, 0.95, 12);

    /** With the models of the user's usual folder. */
    public EvaluationOptions(String metrics, int samples, long seed, double confidence, int outliers) {
        this(metrics, samples, seed, confidence, outliers, ModelStore.of(null));
    }

    /** @throws UsageException for a value outside its range */
    public EvaluationOptions {
        if (samples < 1) {
            throw new UsageException("Expected at least one bootstrap sample, but found " + samples + ".");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new UsageException(
                    "Expected a confidence between 0 and 1, but found " + confidence + ". Usual is 0.95.");
        }
        if (outliers < 0) {
            throw new UsageException("Expected 0 or more outliers, but found " + outliers + ".");
        }
    }

    /** The same with other metrics. */
    public EvaluationOptions withMetrics(String columns) {
        return new EvaluationOptions(columns, samples, seed, confidence, outliers, models);
    }
}
