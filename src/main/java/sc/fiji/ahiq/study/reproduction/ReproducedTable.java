/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.ahiq.scoring.results.DataTable;

/**
 * A table of the paper with published and computed figures. Immutable.
 *
 * @param protocol on which images and networks figures are computed
 * @param missing sentences about datasets, models and metrics that are not there
 * @param written files of a submission to the challenge, if one was written
 */
public record ReproducedTable(
        PaperTable table, String protocol, List<ReproducedRow> rows, List<String> missing, List<Path> written) {

    private static final List<String> COLUMNS = List.of(
            "method",
            "dataset",
            "plcc_published",
            "plcc",
            "plcc_mapped",
            "srocc_published",
            "srocc",
            "main_published",
            "main",
            "pairs",
            "remark");

    private static final int TEXT_COLUMNS = 2;

    public ReproducedTable {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
        written = List.copyOf(written);
    }

    /** Whether any figure was computed or a submission written. */
    public boolean isComputed() {
        return !written.isEmpty()
                || rows.stream().anyMatch(row -> row.computed().isPresent());
    }

    /** Pairs that got no score, in all rows. */
    public int failures() {
        return rows.stream().mapToInt(ReproducedRow::failures).sum();
    }

    /** RFC 4180 with a header; three decimals for published figures, six for computed ones. */
    public String toCsv() {
        return new DataTable(
                        COLUMNS,
                        rows.stream()
                                .map(row -> List.<Object>copyOf(cells(row, 6)))
                                .toList())
                .csv();
    }

    /** For people: title, protocol, aligned columns, and what is missing. */
    public List<String> lines() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(COLUMNS);
        rows.forEach(row -> cells.add(cells(row, 3)));
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(i -> cells.stream()
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(table.title());
        lines.add(protocol + ".");
        cells.forEach(row -> lines.add(line(row, widths)));
        written.forEach(file -> lines.add("Written: " + file));
        missing.forEach(sentence -> lines.add("Missing: " + sentence));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    String blanks = " ".repeat(widths[i] - cells.get(i).length());
                    boolean isText = i < TEXT_COLUMNS || i == widths.length - 1;
                    return isText ? cells.get(i) + blanks : blanks + cells.get(i);
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static List<String> cells(ReproducedRow row, int decimals) {
        return List.of(
                row.method(),
                row.dataset(),
                published(row.published().plcc()),
                computed(row, ComputedFigures::plcc, decimals),
                computed(row, ComputedFigures::plccMapped, decimals),
                published(row.published().srocc()),
                computed(row, ComputedFigures::srocc, decimals),
                published(row.published().main()),
                computed(row, ComputedFigures::main, decimals),
                row.computed().map(figures -> Integer.toString(figures.pairs())).orElse(""),
                row.remark());
    }

    private static String published(OptionalDouble figure) {
        return figure.isPresent() ? number(figure.getAsDouble(), 3) : "";
    }

    private static String computed(ReproducedRow row, ToDoubleFunction<ComputedFigures> figure, int decimals) {
        return row.computed()
                .map(figures -> number(figure.applyAsDouble(figures), decimals))
                .orElse("");
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
