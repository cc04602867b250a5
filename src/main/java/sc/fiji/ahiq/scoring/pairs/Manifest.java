/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.scoring.results.MalformedTableException;
import sc.fiji.ahiq.scoring.results.Row;
import sc.fiji.ahiq.scoring.results.TableReader;

/**
 * A list of pairs as CSV file (RFC 4180, UTF-8 with or without byte order mark; semicolons or tabs may stand for
 * commas), or, if its name ends in {@code .jsonl}, as a JSON object a line:
 *
 * <pre>{@code
 * reference,distorted,mos,mos_sd,distortion,level
 * ref/a.png,noise/a.png,3.2,0.4,noise,2
 * }</pre>
 *
 * The header is required, and so are its columns {@code reference} and {@code distorted}: files, relative to the folder
 * of the manifest unless they are absolute. The others may be left out, and their cells may be empty: mean opinion
 * score (higher is better) and its standard deviation, whose column may also be called {@code std}, name of the
 * distortion, whose column may also be called {@code type}, and its level from 1. The order of the columns and
 * the case of their names do not matter, nor do blanks around cells without quotes. Other columns are not used, and
 * noted, lest a misspelt one is lost silently.
 */
public final class Manifest {

    private Manifest() {}

    /**
     * Reads a manifest; whether the images are there is not looked at, see {@link MissingFiles}. A row that repeats an
     * earlier one is left out and noted.
     *
     * @return pairs in the order of their rows
     * @throws DatasetException if the file cannot be read, has no rows, or is malformed; the message names line and
     *     column. Also if a pair is listed twice with different ratings
     */
    public static PairList read(Path file) {
        return read(file, file);
    }

    /**
     * The same from a copy.
     *
     * @param file that of which the copy was made: messages name it, and images are relative to its folder
     */
    public static PairList read(Path copy, Path file) {
        try (TableReader rows = TableReader.open(copy)) {
            return pairs(file, rows);
        } catch (MalformedTableException e) {
            throw new DatasetException(
                    "Expected a table, but " + file + " is malformed (" + Printable.of(e.getMessage())
                            + "). Look for an unclosed or misplaced quote.",
                    e);
        } catch (CharacterCodingException e) {
            throw new DatasetException(
                    "Expected a manifest in UTF-8, but " + file + " is in another encoding. Save it as CSV UTF-8.", e);
        } catch (IOException e) {
            throw new DatasetException(
                    "Expected a manifest, but " + file + " cannot be read: " + IoReason.of(e) + ". Check the path.", e);
        }
    }

    private static PairList pairs(Path file, TableReader rows) throws IOException {
        ManifestColumns columns = ManifestColumns.of(
                rows.columnsInFile()
                        .orElseThrow(() ->
                                new DatasetException(file + " is empty: expected a header and a row for each pair.")),
                file);
        Map<List<Path>, ListedPair> byFiles = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(columns.note(file).stream().toList());
        Problems problems = new Problems();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            int line = row.line();
            new ManifestCells(file, columns, row, problems).pair().ifPresent(pair -> {
                ListedPair listed = new ListedPair(line, pair);
                ListedPair earlier = byFiles.putIfAbsent(List.of(pair.reference(), pair.distorted()), listed);
                if (earlier != null) {
                    repeated(file, earlier, listed, notes, problems);
                }
            });
        }
        if (rows.torn() && !byFiles.isEmpty()) {
            problems.add("the last line is not complete");
        }
        if (!problems.isEmpty()) {
            throw new DatasetException("Cannot use " + file + ": " + problems + ". Correct these lines.");
        }
        if (byFiles.isEmpty()) {
            throw new DatasetException(file + " has only a header: expected a row for each pair.");
        }
        return new PairList(byFiles.values().stream().map(ListedPair::pair).toList(), notes);
    }

    private static void repeated(Path file, ListedPair earlier, ListedPair row, List<String> notes, Problems problems) {
        if (row.pair().equals(earlier.pair())) {
            notes.add("Line " + row.line() + " of " + file + " repeats line " + earlier.line() + " and is left out.");
        } else {
            problems.add("line " + row.line() + ": expected each pair once, but found the files of line "
                    + earlier.line() + " with other ratings");
        }
    }

    /** @param line where it ends in the file */
    private record ListedPair(int line, RatedPair pair) {}
}
