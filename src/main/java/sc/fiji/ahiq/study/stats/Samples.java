/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.stream.DoubleStream;

/** What every statistic asks of its samples. */
final class Samples {

    private Samples() {}

    static void requirePaired(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Expected as many values of both kinds, but found " + x.length + " and " + y.length);
        }
        requireFinite(x);
        requireFinite(y);
    }

    static void requireFinite(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("Expected finite values, but value " + i + " is " + x[i]);
            }
        }
    }

    static boolean isConstant(double[] x) {
        for (double value : x) {
            if (value != x[0]) {
                return false;
            }
        }
        return true;
    }

    /** For what tells -0.0 from 0.0, as sorting does. */
    static double[] withoutNegativeZeros(double[] x) {
        return DoubleStream.of(x).map(value -> value + 0.0).toArray();
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    static double meanSquare(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return sum / x.length;
    }
}
