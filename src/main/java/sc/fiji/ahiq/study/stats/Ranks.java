/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Places in the order of values. */
public final class Ranks {

    private Ranks() {}

    /** From 1; equal values, -0.0 and 0.0 among them, share the mean of their ranks. */
    public static double[] of(double[] x) {
        return x.length == 0
                ? new double[0]
                : new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(Samples.withoutNegativeZeros(x));
    }
}
