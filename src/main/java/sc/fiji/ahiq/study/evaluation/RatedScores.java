/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.scoring.results.Row;

/**
 * What is evaluated.
 *
 * @param pairs in the order of the results file
 * @param excluded numbers of rows that are not, by reason, such as {@code with an error}
 */
record RatedScores(List<EvaluatedPair> pairs, Map<String, Integer> excluded) {

    private static final List<String> REQUIRED = List.of(Columns.REFERENCE, Columns.DISTORTED, Columns.MOS);

    private static final String MISSING_CELLS = "with missing cells";

    /** @throws UsageException if the table does not have the columns of a rated pair */
    static LoadedTable requireRated(LoadedTable table) {
        if (!table.columns().containsAll(REQUIRED)) {
            throw new UsageException("Expected a results file with the columns reference, distorted, mos and one for"
                    + " each metric, but " + table.file() + " has "
                    + (table.columns().isEmpty() ? "none" : Printable.of(String.join(", ", table.columns())))
                    + ". Only pairs with opinions can be evaluated.");
        }
        return table;
    }

    /**
     * The pairs that have an opinion and a finite score of every metric, in the order of the file, and why others have
     * not.
     *
     * @throws UsageException if a cell that must be a number is none
     */
    static RatedScores of(LoadedTable table, List<MetricColumn> metrics) {
        Map<List<String>, EvaluatedPair> pairs = new LinkedHashMap<>();
        Map<String, Integer> excluded = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Optional<String> reason = reasonToExclude(table, row, metrics);
            if (reason.isEmpty()) {
                EvaluatedPair pair = pair(table, row, metrics);
                if (pairs.putIfAbsent(List.of(pair.reference(), pair.distorted()), pair) != null) {
                    reason = Optional.of("with the images of an earlier row");
                }
            }
            reason.ifPresent(text -> excluded.merge(text, 1, Integer::sum));
        }
        if (table.torn()) {
            excluded.merge(MISSING_CELLS, 1, Integer::sum);
        }
        return new RatedScores(List.copyOf(pairs.values()), excluded);
    }

    private static Optional<String> reasonToExclude(LoadedTable table, Row row, List<MetricColumn> metrics) {
        if (row.cells().isEmpty()) {
            return Optional.of(MISSING_CELLS);
        }
        if (row.text(Columns.MOS).isEmpty()) {
            return Optional.of("without a MOS");
        }
        if (!Double.isFinite(table.number(row, Columns.MOS))) {
            return Optional.of("with a MOS that is not finite");
        }
        for (MetricColumn metric : metrics) {
            if (row.text(metric.name()).isEmpty()) {
                return Optional.of(row.text(Columns.ERROR).isEmpty() ? "without " + metric.label() : "with an error");
            }
            if (!Double.isFinite(table.number(row, metric.name()))) {
                return Optional.of("with " + metric.label() + " that is not finite");
            }
        }
        return Optional.empty();
    }

    private static EvaluatedPair pair(LoadedTable table, Row row, List<MetricColumn> metrics) {
        return new EvaluatedPair(
                row.line(),
                row.text(Columns.REFERENCE),
                row.text(Columns.DISTORTED),
                table.number(row, Columns.MOS),
                row.text(Columns.DISTORTION),
                row.text(Columns.LEVEL),
                table.numbers(row, metrics.stream().map(MetricColumn::name).toList()));
    }

    double[] mos() {
        return pairs.stream().mapToDouble(EvaluatedPair::mos).toArray();
    }

    double[] scores(int metric) {
        return pairs.stream().mapToDouble(pair -> pair.scores()[metric]).toArray();
    }
}
