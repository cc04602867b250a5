/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import sc.fiji.ahiq.study.stats.Deviation;

/**
 * The scores of a metric over a column. Rows of one place become their mean.
 *
 * @param x places, ascending
 * @param y scores
 * @param deviations standard deviations of the rows of a place or, of a single row, what the metric says of it; 0 if
 *     unknown
 */
record PlotSeries(String name, double[] x, double[] y, double[] deviations) {

    /** @param deviations of the rows, NaN where there is none; rows without place or score do not count */
    static PlotSeries of(String name, double[] x, double[] y, double[] deviations) {
        TreeMap<Double, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                rows.computeIfAbsent(x[i], any -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> groups = List.copyOf(rows.values());
        return new PlotSeries(
                name,
                rows.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                groups.stream().mapToDouble(group -> mean(values(group, y))).toArray(),
                groups.stream()
                        .mapToDouble(group -> deviation(values(group, y), deviations[group.get(0)]))
                        .toArray());
    }

    private static double[] values(List<Integer> group, double[] all) {
        return group.stream().mapToDouble(i -> all[i]).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values, double ofOne) {
        if (values.length > 1) {
            return Deviation.standard(values);
        }
        return Double.isFinite(ofOne) ? ofOne : 0;
    }

    /** From 0, the lowest score, to 1, the highest. */
    PlotSeries rescaled() {
        DoubleSummaryStatistics ends = Arrays.stream(y).summaryStatistics();
        double spread = ends.getMax() > ends.getMin() ? ends.getMax() - ends.getMin() : 1;
        return new PlotSeries(
                name,
                x,
                Arrays.stream(y).map(value -> (value - ends.getMin()) / spread).toArray(),
                IntStream.range(0, y.length)
                        .mapToDouble(i -> deviations[i] / spread)
                        .toArray());
    }
}
