/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 * @param level probability that such an interval holds the true value, such as 0.95
 */
public record Interval(double low, double high, double level) {}
