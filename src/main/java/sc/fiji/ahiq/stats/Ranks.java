/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Places in the order of values. */
final class Ranks {

    private Ranks() {}

    /** From 1; equal values share the mean of their ranks. */
    static double[] of(double[] x) {
        int[] order = order(x);
        double[] ranks = new double[x.length];
        for (int start = 0, end; start < order.length; start = end) {
            end = start + 1;
            while (end < order.length && x[order[end]] == x[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
        }
        return ranks;
    }

    /** Indices of the values in increasing order. */
    static int[] order(double[] x) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
