/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

/**
 * A pair that people have rated and every evaluated metric has scored.
 *
 * @param line of its row in the results file, from 1
 * @param reference path as the results file has it
 * @param distorted path as the results file has it
 * @param mos mean opinion score, higher is better, finite
 * @param distortion name of the kind of distortion; empty if unknown
 * @param level of the distortion; empty if unknown
 * @param scores of the metrics, in their order, finite
 */
public record EvaluatedPair(
        int line, String reference, String distorted, double mos, String distortion, String level, double[] scores) {}
