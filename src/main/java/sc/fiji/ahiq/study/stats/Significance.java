/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

/**
 * The outcome of a two-sided test.
 *
 * @param statistic t or z; positive if the first correlation is the larger one
 * @param pValue probability of a statistic at least as far from zero if both correlations were equal
 */
public record Significance(double statistic, double pValue) {}
