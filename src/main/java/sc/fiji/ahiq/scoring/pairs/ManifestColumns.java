/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.Row;

/** What the columns of a manifest are called in its file. */
final class ManifestColumns {

    private static final List<String> KNOWN = List.of(
            Columns.REFERENCE,
            Columns.DISTORTED,
            Columns.MOS,
            Columns.MOS_DEVIATION,
            Columns.DISTORTION,
            Columns.LEVEL);

    /** Other names that are understood. */
    private static final Map<String, String> ALIASES = Map.of("type", Columns.DISTORTION, "std", Columns.MOS_DEVIATION);

    private final Map<String, String> inFile = new HashMap<>();

    private ManifestColumns() {}

    /** @throws DatasetException if a column is unknown, repeated or missing */
    static ManifestColumns of(List<String> header, Path file) {
        ManifestColumns columns = new ManifestColumns();
        for (String cell : header) {
            String lowerCase = cell.strip().toLowerCase(Locale.ROOT);
            String name = ALIASES.getOrDefault(lowerCase, lowerCase);
            if (!KNOWN.contains(name) || columns.inFile.put(name, cell) != null) {
                throw malformed(
                        file,
                        "column '" + Printable.of(cell) + "' is " + (KNOWN.contains(name) ? "repeated" : "unknown"));
            }
        }
        for (String required : List.of(Columns.REFERENCE, Columns.DISTORTED)) {
            if (!columns.inFile.containsKey(required)) {
                throw malformed(file, "there is no column '" + required + "'");
            }
        }
        return columns;
    }

    private static DatasetException malformed(Path file, String problem) {
        return new DatasetException("Expected a first line out of the columns " + String.join(",", KNOWN)
                + ", separated by commas, of which the first two are required, but in " + file + " " + problem
                + ". Correct its first line.");
    }

    /** The cell of a row; empty if the manifest has no such column. */
    String text(Row row, String column) {
        return row.text(inFile.getOrDefault(column, column));
    }
}
