/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.TextFile;

/**
 * A list of pairs as CSV file (RFC 4180, UTF-8 with or without byte order mark):
 *
 * <pre>{@code
 * reference,distorted,mos,std,distortion,level
 * ref/a.png,noise/a.png,3.2,0.4,noise,2
 * }</pre>
 *
 * The header is required, and so are its columns {@code reference} and {@code distorted}: files, relative to the folder of
 * the manifest unless they are absolute. The others may be left out, and their cells may be empty: mean opinion score
 * (higher is better) and its standard deviation, name of the distortion, whose column may also be called {@code type}, and its
 * level from 1. The order of the columns and
 * the case of their names do not matter, nor do blanks around cells without quotes. Any other column is an error, because a
 * misspelt one would be lost silently.
 */
public final class Manifest {

    private Manifest() {}

    /**
     * Reads a manifest; whether the images are there is not looked at, see {@link MissingFiles}. A row that repeats an
     * earlier one is left out and noted.
     *
     * @return pairs in the order of their rows
     * @throws DatasetException if the file cannot be read, has no rows, or is malformed; the message names line and column.
     *     Also if a pair is listed twice with different ratings
     */
    public static PairList read(Path file) {
        try (CSVParser records = format().parse(new StringReader(text(file)))) {
            return pairs(file, records);
        } catch (UncheckedIOException | IOException e) {
            throw new DatasetException(
                    "Expected comma-separated values, but " + file + " is malformed (" + e.getMessage()
                            + "). Look for an unclosed or misplaced quote.",
                    e);
        }
    }

    private static CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file);
        } catch (CharacterCodingException e) {
            throw new DatasetException(
                    "Expected a manifest in UTF-8, but " + file + " is in another encoding. Save it as CSV UTF-8.", e);
        } catch (IOException e) {
            throw new DatasetException(
                    "Expected a manifest, but " + file + " cannot be read: " + IoReason.of(e) + ". Check the path.", e);
        }
    }

    private static PairList pairs(Path file, CSVParser records) {
        Iterator<CSVRecord> remaining = records.iterator();
        if (!remaining.hasNext()) {
            throw new DatasetException(file + " is empty: expected a header and a row for each pair.");
        }
        ManifestColumns columns = ManifestColumns.of(remaining.next(), file);
        Map<List<Path>, Row> byFiles = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        Problems problems = new Problems();
        while (remaining.hasNext()) {
            CSVRecord cells = remaining.next();
            long line = records.getCurrentLineNumber();
            new ManifestCells(file, columns, cells, line, problems).pair().ifPresent(pair -> {
                Row row = new Row(line, pair);
                Row earlier = byFiles.putIfAbsent(List.of(pair.reference(), pair.distorted()), row);
                if (earlier != null) {
                    repeated(file, earlier, row, notes, problems);
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new DatasetException("Cannot use " + file + ": " + problems + ". Correct these lines.");
        }
        if (byFiles.isEmpty()) {
            throw new DatasetException(file + " has only a header: expected a row for each pair.");
        }
        return new PairList(byFiles.values().stream().map(Row::pair).toList(), notes);
    }

    private static void repeated(Path file, Row earlier, Row row, List<String> notes, Problems problems) {
        if (row.pair().equals(earlier.pair())) {
            notes.add("Line " + row.line() + " of " + file + " repeats line " + earlier.line() + " and is left out.");
        } else {
            problems.add("line " + row.line() + ": expected each pair once, but found the files of line "
                    + earlier.line() + " with other ratings");
        }
    }

    /** @param line where it ends in the file */
    private record Row(long line, RatedPair pair) {}
}
