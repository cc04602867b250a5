/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Places in the order of values. */
public final class Ranks {

    private Ranks() {}

    /** From 1; equal values, -0.0 and 0.0 among them, share the mean of their ranks. */
    public static double[] of(double[] x) {
        double[] sorted = DoubleStream.of(x).map(Ranks::unsignedZero).sorted().toArray();
        double[] rankAt = new double[x.length];
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            Arrays.fill(rankAt, start, end, (start + 1 + end) / 2.0);
        }
        return DoubleStream.of(x)
                .map(value -> rankAt[Arrays.binarySearch(sorted, unsignedZero(value))])
                .toArray();
    }

    private static double unsignedZero(double value) {
        return value + 0.0;
    }
}
