/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * Kendall's tau-b by sorting: W. R. Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped Data", Journal of
 * the American Statistical Association 61, 1966.
 */
final class KendallTau {

    private KendallTau() {}

    static double of(double[] x, double[] y) {
        int n = x.length;
        // Ranks and not values, because a sort would tell -0.0 from 0.0; doubled, because those of equal values may be
        // halves.
        double[] u = Ranks.of(x);
        double[] v = Ranks.of(y);
        long[] places = new long[n];
        Arrays.setAll(places, i -> (long) (2 * u[i]) << 32 | (long) (2 * v[i]));
        Arrays.sort(places);
        long tiedX = tiedPairs(n, i -> places[i] >>> 32 == places[i - 1] >>> 32);
        long tiedBoth = tiedPairs(n, i -> places[i] == places[i - 1]);
        double[] sorted =
                LongStream.of(places).mapToDouble(place -> (int) place).toArray();
        long discordant = sortAndCountInversions(sorted);
        long tiedY = tiedPairs(n, i -> sorted[i] == sorted[i - 1]);
        long pairs = pairs(n);
        if (tiedX == pairs || tiedY == pairs) {
            return Double.NaN;
        }
        double difference = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
        return Correlation.clamp(difference / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY));
    }

    private static long tiedPairs(int n, IntPredicate equalsPrevious) {
        long tied = 0;
        int run = 1;
        for (int i = 1; i <= n; i++) {
            if (i < n && equalsPrevious.test(i)) {
                run++;
            } else {
                tied += pairs(run);
                run = 1;
            }
        }
        return tied;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Bottom-up merge sort; the number of pairs that stand in the wrong order. */
    private static long sortAndCountInversions(double[] values) {
        double[] from = values;
        double[] to = new double[values.length];
        long inversions = 0;
        for (int width = 1; width < values.length; width *= 2) {
            for (int start = 0; start < values.length; start += 2 * width) {
                int middle = Math.min(start + width, values.length);
                inversions += merge(from, to, start, middle, Math.min(middle + width, values.length));
            }
            double[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(from, 0, values, 0, values.length);
        return inversions;
    }

    private static long merge(double[] from, double[] to, int start, int middle, int end) {
        long inversions = 0;
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            if (right == end || left < middle && from[left] <= from[right]) {
                to[i] = from[left++];
            } else {
                to[i] = from[right++];
                inversions += middle - left;
            }
        }
        return inversions;
    }
}
