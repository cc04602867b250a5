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
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.Row;

/** The cells of one row of a manifest as a pair. */
final class ManifestCells {

    private final Path manifest;
    private final ManifestColumns columns;
    private final Row row;
    private final Problems problems;
    private boolean good = true;

    /** @param problems gets what is wrong with the row */
    ManifestCells(Path manifest, ManifestColumns columns, Row row, Problems problems) {
        this.manifest = manifest;
        this.columns = columns;
        this.row = row;
        this.problems = problems;
    }

    /** Empty if anything is wrong with the row. */
    Optional<RatedPair> pair() {
        if (row.problem() != null) {
            problems.add("line " + row.line() + ": " + row.problem());
            return Optional.empty();
        }
        RatedPair pair = new RatedPair(
                file(Columns.REFERENCE),
                file(Columns.DISTORTED),
                number(Columns.MOS, false),
                number(Columns.MOS_DEVIATION, true),
                text(Columns.DISTORTION),
                level());
        return good ? Optional.of(pair) : Optional.empty();
    }

    private Path file(String column) {
        String name = text(column);
        if (name.isEmpty()) {
            return wrong(column, "the name of an image file", name, null);
        }
        try {
            Path named = WebAddress.path(name);
            return WebAddress.is(named) ? named : manifest.resolveSibling(named);
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
        String text = text(Columns.LEVEL);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            return wrong(Columns.LEVEL, "a whole number from 1 or nothing", text, OptionalInt.empty());
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private String text(String column) {
        return columns.text(row, column);
    }

    private <T> T wrong(String column, String expected, String found, T none) {
        good = false;
        problems.add("line " + row.line() + ", column " + column + ": expected " + expected + ", but found '"
                + Printable.of(found) + "'");
        return none;
    }
}
