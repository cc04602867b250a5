/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.Row;

/** What the columns of a manifest are called in its file. */
final class ManifestColumns {

    /** Other names that are understood. */
    private static final Map<String, String> ALIASES = Map.of("type", Columns.DISTORTION, "std", Columns.MOS_DEVIATION);

    private final Map<String, String> inFile = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    private ManifestColumns() {}

    /** @throws DatasetException if a column that is known is repeated or missing */
    static ManifestColumns of(List<String> header, Path file) {
        ManifestColumns columns = new ManifestColumns();
        for (String cell : header) {
            String lowerCase = cell.toLowerCase(Locale.ROOT);
            String name = ALIASES.getOrDefault(lowerCase, lowerCase);
            if (!Columns.OF_PAIRS.contains(name)) {
                columns.unknown.add(Printable.of(cell));
            } else if (columns.inFile.put(name, Columns.current(cell)) != null) {
                throw malformed(file, "column '" + Printable.of(cell) + "' is repeated");
            }
        }
        for (String required : List.of(Columns.REFERENCE, Columns.DISTORTED)) {
            if (!columns.inFile.containsKey(required)) {
                throw malformed(
                        file,
                        "there is no column '" + required + "' besides " + Printable.of(String.join(", ", header)));
            }
        }
        return columns;
    }

    private static DatasetException malformed(Path file, String problem) {
        return new DatasetException("Expected a first line out of the columns " + String.join(",", Columns.OF_PAIRS)
                + ", separated by commas, semicolons or tabs, of which the first two are required, but in " + file + " "
                + problem
                + ". Correct its first line.");
    }

    /** What is not used of the file, as a sentence; nothing if all is. */
    Optional<String> note(Path file) {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("Not used of " + file + (unknown.size() == 1 ? ": the column " : ": the columns ")
                        + String.join(", ", unknown) + ".");
    }

    /** The cell of a row; empty if the manifest has no such column. */
    String text(Row row, String column) {
        return row.text(inFile.getOrDefault(column, column));
    }
}
