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
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;

/** Where the columns of a manifest stand. */
final class ManifestColumns {

    static final String REFERENCE = "reference";
    static final String DISTORTED = "distorted";
    static final String MOS = "mos";
    static final String STD = "std";
    static final String DISTORTION = "distortion";
    static final String LEVEL = "level";

    private static final String TYPE = "type";

    private static final List<String> KNOWN = List.of(REFERENCE, DISTORTED, MOS, STD, DISTORTION, LEVEL);

    private final Map<String, Integer> places = new HashMap<>();

    private ManifestColumns() {}

    /** @throws DatasetException if a column is unknown, repeated or missing */
    static ManifestColumns of(CSVRecord header, Path file) {
        ManifestColumns columns = new ManifestColumns();
        for (String cell : header) {
            String lowerCase = cell.strip().toLowerCase(Locale.ROOT);
            String name = lowerCase.equals(TYPE) ? DISTORTION : lowerCase;
            if (!KNOWN.contains(name) || columns.places.put(name, columns.places.size()) != null) {
                throw malformed(
                        file,
                        "column '" + Printable.of(cell) + "' is " + (KNOWN.contains(name) ? "repeated" : "unknown"));
            }
        }
        for (String required : List.of(REFERENCE, DISTORTED)) {
            if (columns.place(required).isEmpty()) {
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

    int count() {
        return places.size();
    }

    OptionalInt place(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
