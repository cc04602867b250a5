/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * How a row is a line of a file. Cells are texts, numbers or null; a row that was read is written again with the same
 * bytes.
 */
sealed interface RowFormat permits SeparatedRows, JsonRows {

    RowFormat CSV = new SeparatedRows(CsvText.COMMAS);
    RowFormat JSON_LINES = new JsonRows();

    /**
     * The format in which results are written.
     *
     * @throws UsageException unless the name of the file ends in {@code .csv} or {@code .jsonl}
     */
    static RowFormat of(Path results) {
        if (!results.toString().endsWith(".csv") && !isJson(results)) {
            throw new UsageException(
                    "Expected a results file whose name ends in .csv (CSV) or .jsonl (a JSON object a line), or, of a"
                            + " batch, .parquet (Apache Parquet),"
                            + " but found " + results + ".");
        }
        return isJson(results) ? JSON_LINES : CSV;
    }

    /** The format of a file of any name, by its first line. */
    static RowFormat of(Path table, String firstLine) {
        return isJson(table) ? JSON_LINES : new SeparatedRows(CsvText.of(firstLine));
    }

    private static boolean isJson(Path table) {
        return table.toString().endsWith(".jsonl");
    }

    /** What separates cells; empty if quotes mean nothing to lines. */
    Optional<CsvText> separated();

    /** What a file begins with. */
    String header(List<String> columns);

    /** The row with its line break. */
    String line(Map<String, Object> row);

    /**
     * A row; one without all columns has the problem, too.
     *
     * @throws IllegalArgumentException if the line is not of this format
     */
    Row parse(String line, List<String> columns, int number, Span span);

    /**
     * The columns of a file.
     *
     * @throws IllegalArgumentException if the line is not of this format
     */
    List<String> columns(String firstLine);
}
