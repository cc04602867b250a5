/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.ImageLocator;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.scoring.results.Row;

/** The pairs of tables of results that have a finite score of every metric, without opinions. */
final class MetricScores {

    private final List<String> metrics;
    private final List<RatedPair> pairs = new ArrayList<>();
    private final List<double[]> scores = new ArrayList<>();
    private int excluded;

    private MetricScores(List<String> metrics) {
        this.metrics = metrics;
    }

    /**
     * Reads tables, one after the other: {@code reference}, {@code distorted}, {@code distortion}, {@code level} and a
     * column for each metric.
     *
     * @throws DatasetException if a table lacks such a column
     * @throws sc.fiji.ahiq.base.error.UsageException if a file cannot be read
     */
    static MetricScores read(List<Path> files, List<String> metrics) {
        MetricScores scores = new MetricScores(metrics);
        files.forEach(file -> scores.add(LoadedTable.read(file)));
        return scores;
    }

    private void add(LoadedTable table) {
        List<String> needed =
                new ArrayList<>(List.of(Columns.REFERENCE, Columns.DISTORTED, Columns.DISTORTION, Columns.LEVEL));
        needed.addAll(metrics);
        for (String column : needed) {
            if (!table.columns().contains(column)) {
                throw new DatasetException("Expected the columns " + String.join(", ", needed) + ", but " + table.file()
                        + " has no " + column + ". Score the pairs by 'ahiq batch --metrics "
                        + String.join(",", metrics) + "'.");
            }
        }
        ImageLocator images = new ImageLocator(table.file(), Optional.empty());
        for (Row row : table.rows()) {
            double[] found = table.numbers(row, metrics);
            if (DoubleStream.of(found).allMatch(Double::isFinite)) {
                pairs.add(pair(table, row, images));
                scores.add(found);
            } else {
                excluded++;
            }
        }
        excluded += table.torn() ? 1 : 0;
    }

    private static RatedPair pair(LoadedTable table, Row row, ImageLocator images) {
        double level = table.number(row, Columns.LEVEL);
        return new RatedPair(
                images.find(row.text(Columns.REFERENCE)),
                images.find(row.text(Columns.DISTORTED)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                row.text(Columns.DISTORTION),
                Double.isFinite(level) ? OptionalInt.of((int) level) : OptionalInt.empty());
    }

    List<RatedPair> pairs() {
        return pairs;
    }

    /** An array for each metric, in the order of the pairs. */
    double[][] scores() {
        double[][] byMetric = new double[metrics.size()][pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            for (int m = 0; m < byMetric.length; m++) {
                byMetric[m][i] = scores.get(i)[m];
            }
        }
        return byMetric;
    }

    /** Number of rows that lack a finite score. */
    int excluded() {
        return excluded;
    }
}
