/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;

/** The cells of one row of a manifest as a pair. */
final class ManifestCells {

    private final Path manifest;
    private final ManifestColumns columns;
    private final CSVRecord record;
    private final long line;
    private final Problems problems;
    private boolean good = true;

    /** @param problems gets what is wrong with the row */
    ManifestCells(Path manifest, ManifestColumns columns, CSVRecord record, long line, Problems problems) {
        this.manifest = manifest;
        this.columns = columns;
        this.record = record;
        this.line = line;
        this.problems = problems;
    }

    /** Empty if anything is wrong with the row. */
    Optional<RatedPair> pair() {
        if (record.size() != columns.count()) {
            problems.add("line " + line + ": expected " + columns.count() + " cells, as in the header, but found "
                    + record.size());
            return Optional.empty();
        }
        RatedPair pair = new RatedPair(
                file(ManifestColumns.REFERENCE),
                file(ManifestColumns.DISTORTED),
                number(ManifestColumns.MOS, false),
                number(ManifestColumns.STD, true),
                text(ManifestColumns.DISTORTION),
                level());
        return good ? Optional.of(pair) : Optional.empty();
    }

    private Path file(String column) {
        String name = text(column);
        if (name.isEmpty()) {
            return wrong(column, "the name of an image file", name, null);
        }
        try {
            return manifest.resolveSibling(name);
        } catch (InvalidPathException e) {
            return wrong(column, "the name of an image file", name, null);
        }
    }

    private OptionalDouble number(String column, boolean positive) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = parse(text);
        if (!Double.isFinite(value) || positive && value < 0) {
            String expected = positive ? "a number from 0 or nothing" : "a number with a decimal point or nothing";
            return wrong(column, expected, text, OptionalDouble.empty());
        }
        return OptionalDouble.of(value);
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private OptionalInt level() {
        String text = text(ManifestColumns.LEVEL);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            return wrong(ManifestColumns.LEVEL, "a whole number from 1 or nothing", text, OptionalInt.empty());
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private String text(String column) {
        OptionalInt place = columns.place(column);
        return place.isEmpty() ? "" : record.get(place.getAsInt());
    }

    private <T> T wrong(String column, String expected, String found, T none) {
        good = false;
        problems.add("line " + line + ", column " + column + ": expected " + expected + ", but found '"
                + Printable.of(found) + "'");
        return none;
    }
}
