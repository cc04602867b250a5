/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.io.OutputFile;

/**
 * A table to write.
 *
 * @param columns names
 * @param rows of texts and numbers, one for every column; NaN stands for a number that does not exist
 */
public record DataTable(List<String> columns, List<List<Object>> rows) {

    /** Comma-separated values with a header, numbers in full precision, those that do not exist as nothing. */
    public String csv() {
        return text(CsvText.COMMAS::line);
    }

    /** The same, separated by tabs. */
    public String tabbed() {
        return text(CsvText.TABS::line);
    }

    private String text(Function<List<?>, String> line) {
        return Stream.<List<?>>concat(Stream.of(columns), rows.stream())
                .map(row -> line.apply(row.stream().map(DataTable::cell).toList()))
                .collect(Collectors.joining());
    }

    private static Object cell(Object value) {
        return value instanceof Double number && number.isNaN() ? "" : value;
    }

    /**
     * Writes the values to a file.
     *
     * @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written; what was there before is then unchanged
     */
    public void writeCsv(Path file) {
        OutputFile.writeText(file, "table", csv());
    }
}
