/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;

/** A table of scores and opinions, as a batch writes it. */
final class ResultsFile {

    private static final List<String> REQUIRED = List.of("reference", "distorted", "mos");

    private final Path file;
    private final ResultRows rows;

    private ResultsFile(Path file, ResultRows rows) {
        this.file = file;
        this.rows = rows;
    }

    /** @throws UsageException if the file cannot be read or is not such a table */
    static ResultsFile read(Path file) {
        ResultRows rows = ResultRows.read(file);
        if (!rows.columns().containsAll(REQUIRED)) {
            throw new UsageException("Expected a results file with the columns reference, distorted, mos and one for"
                    + " each metric, but " + file + " has "
                    + (rows.columns().isEmpty() ? "none" : Printable.of(String.join(", ", rows.columns())))
                    + ". Only pairs with opinions can be evaluated.");
        }
        return new ResultsFile(file, rows);
    }

    /** Columns that have a value in any row. */
    List<String> columns() {
        return rows.columns().stream()
                .filter(column -> !values(column).isEmpty())
                .toList();
    }

    /** The different values of a column, such as {@code model}, sorted; none if there is no such column. */
    Set<String> values(String column) {
        return rows.cells().stream()
                .map(row -> cell(row, column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The pairs that have an opinion and a finite score of every metric, in the order of the file, and why others have not.
     *
     * @throws UsageException if a cell that must be a number is none
     */
    RatedScores scores(List<MetricColumn> metrics) {
        Map<List<String>, EvaluatedPair> pairs = new LinkedHashMap<>();
        Map<String, Integer> excluded = new LinkedHashMap<>();
        for (int i = 0; i < rows.cells().size(); i++) {
            Row row = new Row(i + 1, rows.cells().get(i));
            Optional<String> reason = reasonToExclude(row, metrics);
            if (reason.isEmpty()) {
                EvaluatedPair pair = pair(row, metrics);
                if (pairs.putIfAbsent(List.of(pair.reference(), pair.distorted()), pair) != null) {
                    reason = Optional.of("with the images of an earlier row");
                }
            }
            reason.ifPresent(text -> excluded.merge(text, 1, Integer::sum));
        }
        return new RatedScores(List.copyOf(pairs.values()), excluded);
    }

    private Optional<String> reasonToExclude(Row row, List<MetricColumn> metrics) {
        if (row.cells().isEmpty()) {
            return Optional.of("with missing cells");
        }
        if (row.cell("mos").isEmpty()) {
            return Optional.of("without a MOS");
        }
        if (!Double.isFinite(row.number("mos"))) {
            return Optional.of("with a MOS that is not finite");
        }
        for (MetricColumn metric : metrics) {
            if (row.cell(metric.name()).isEmpty()) {
                return Optional.of(row.cell("error").isEmpty() ? "without " + metric.label() : "with an error");
            }
            if (!Double.isFinite(row.number(metric.name()))) {
                return Optional.of("with " + metric.label() + " that is not finite");
            }
        }
        return Optional.empty();
    }

    private static EvaluatedPair pair(Row row, List<MetricColumn> metrics) {
        return new EvaluatedPair(
                row.cell("reference"),
                row.cell("distorted"),
                row.number("mos"),
                row.cell("distortion"),
                row.cell("level"),
                metrics.stream()
                        .mapToDouble(metric -> row.number(metric.name()))
                        .toArray());
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** @param number from 1, without the header */
    private record Row(int number, Map<String, String> cells) {

        String cell(String column) {
            return ResultsFile.cell(cells, column);
        }

        double number(String column) {
            try {
                return Double.parseDouble(cell(column));
            } catch (NumberFormatException e) {
                throw new UsageException(
                        "Expected a number in the column " + Printable.of(column) + ", but row " + number + " has '"
                                + Printable.of(cell(column)) + "'. Correct it, or choose other columns by --metrics.",
                        e);
            }
        }
    }
}
