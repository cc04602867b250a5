/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** Distance between values that are in the same units. Stateless. */
public final class Deviation {

    private Deviation() {}

    /** Root of the mean squared difference (RMSE); NaN without values. */
    public static double rmse(double[] x, double[] y) {
        Samples.requirePaired(x, y);
        return Math.sqrt(Samples.meanSquare(x, y));
    }

    /** The standard deviation of two or more values, with their number less one as divisor. */
    public static double standard(double[] values) {
        return new StandardDeviation().evaluate(values);
    }
}
