/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import sc.fiji.ahiq.scoring.results.CsvText;

/**
 * A row of a published table.
 *
 * @param method as published
 * @param kind how its scores can be computed
 * @param name of the metric in this program, or of the model in options; empty if it cannot be computed
 * @param figures by name of the dataset, in the order of the table; also of datasets without published figures, on
 *     which it is computed
 */
record PublishedRow(String method, Kind kind, String name, Map<String, Figures> figures) {

    private static final String COMMENT = "#";

    private static final int FIRST_FIGURE = 3;

    /** How the scores of a method can be computed. */
    public enum Kind {
        METRIC,
        MODEL,
        NONE
    }

    /**
     * Published magnitudes, each empty if it was not.
     *
     * @param main |SROCC| + |PLCC|
     */
    public record Figures(OptionalDouble plcc, OptionalDouble srocc, OptionalDouble main) {

        static final Figures NONE = new Figures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        private boolean isPublished() {
            return plcc.isPresent() || srocc.isPresent();
        }

        private Figures with(String statistic, OptionalDouble value) {
            return switch (statistic) {
                case "plcc" -> new Figures(value, srocc, main);
                case "srocc" -> new Figures(plcc, value, main);
                case "main" -> new Figures(plcc, srocc, value);
                default -> throw new IllegalArgumentException("No statistic: " + statistic);
            };
        }
    }

    /** The same row with what is published, and with other sets of pairs to compute it on. */
    PublishedRow on(Set<String> sets) {
        Map<String, Figures> chosen = new LinkedHashMap<>(figures);
        chosen.values().removeIf(f -> !f.isPublished());
        sets.forEach(set -> chosen.put(set, Figures.NONE));
        return new PublishedRow(method, kind, name, chosen);
    }

    static List<PublishedRow> read(String resource) {
        try (InputStream in = PublishedRow.class.getResourceAsStream(resource)) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .map(CsvText.COMMAS::cells)
                    .toList();
            return lines.stream().skip(1).map(cells -> row(cells, lines.get(0))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedRow row(List<String> cells, List<String> columns) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int i = FIRST_FIGURE; i < columns.size(); i++) {
            String[] column = columns.get(i).split(" ");
            OptionalDouble value = cells.get(i).isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(cells.get(i)));
            figures.merge(
                    column[0], Figures.NONE.with(column[1], value), (former, ignored) -> former.with(column[1], value));
        }
        return new PublishedRow(
                cells.get(columns.indexOf("method")),
                Kind.valueOf(cells.get(columns.indexOf("kind")).toUpperCase(Locale.ROOT)),
                cells.get(columns.indexOf("name")),
                figures);
    }
}
