/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/**
 * Correlation coefficients, as SciPy computes them, in -1..1. They are NaN where they are undefined: for fewer than two
 * values, and if all values of one kind are equal. Stateless.
 *
 * <p>Ranks and Kendall's coefficient are those of commons-math. Its Pearson coefficient is not used, because it is
 * taken from the residuals of a regression: near 0 that is off by 1e-9, of scores around 1e9 by 1e-8, and beyond 1e154
 * the squares overflow, where the golden values of SciPy are met to 1e-12.
 */
public final class Correlation {

    private Correlation() {}

    /** Pearson's linear correlation coefficient (PLCC). */
    public static double plcc(double[] x, double[] y) {
        Samples.requirePaired(x, y);
        if (x.length < 2 || Samples.isConstant(x) || Samples.isConstant(y)) {
            return Double.NaN;
        }
        double[] u = centred(x);
        double[] v = centred(y);
        double product = 0;
        double squaresU = 0;
        double squaresV = 0;
        for (int i = 0; i < u.length; i++) {
            product += u[i] * v[i];
            squaresU += u[i] * u[i];
            squaresV += v[i] * v[i];
        }
        return clamp(product / Math.sqrt(squaresU) / Math.sqrt(squaresV));
    }

    /** Spearman's rank-order correlation coefficient (SROCC); equal values share the mean of their ranks. */
    public static double srocc(double[] x, double[] y) {
        Samples.requirePaired(x, y);
        return plcc(Ranks.of(x), Ranks.of(y));
    }

    /** Kendall's rank-order correlation coefficient (KROCC), tau-b, which allows for equal values; in O(n log n). */
    public static double krocc(double[] x, double[] y) {
        Samples.requirePaired(x, y);
        return x.length < 2
                ? Double.NaN
                : clamp(new KendallsCorrelation()
                        .correlation(Samples.withoutNegativeZeros(x), Samples.withoutNegativeZeros(y)));
    }

    /** Deviations from the mean, scaled by powers of two so that neither sums nor squares overflow or vanish. */
    private static double[] centred(double[] x) {
        double[] scaled = scaled(x);
        double mean = Samples.mean(scaled);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] -= mean;
        }
        return scaled(scaled);
    }

    private static double[] scaled(double[] x) {
        double largest = DoubleStream.of(x).map(Math::abs).max().orElse(0);
        int exponent = -Math.getExponent(largest);
        return DoubleStream.of(x).map(value -> Math.scalb(value, exponent)).toArray();
    }

    static double clamp(double coefficient) {
        return Math.max(-1, Math.min(1, coefficient));
    }
}
