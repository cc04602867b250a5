/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.IoReason;

/** Label files with one label in a line. */
final class LabelLines {

    /** A decimal number as one group. */
    static final String NUMBER = "([-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]{1,2})?)";

    private LabelLines() {}

    /**
     * The groups of every line; blank lines are left out.
     *
     * @param form of a line for messages, such as {@code name,mos}
     * @throws DatasetException if the file cannot be read, has no lines, or lines of another form
     */
    static List<MatchResult> read(Path file, Pattern line, String form) {
        return read(file, line, form, "");
    }

    /** @param header what the first line must be; empty if there is none */
    static List<MatchResult> read(Path file, Pattern line, String form, String header) {
        List<String> lines = lines(file);
        List<MatchResult> labels = new ArrayList<>();
        Problems problems = new Problems();
        if (!header.isEmpty() && (lines.isEmpty() || !lines.get(0).strip().equals(header))) {
            problems.add("line 1 is not " + header);
        }
        for (int i = header.isEmpty() ? 0 : 1; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            Matcher matcher = line.matcher(text);
            if (matcher.matches()) {
                labels.add(matcher.toMatchResult());
            } else if (!text.isEmpty()) {
                problems.add("line " + (i + 1) + " is '" + Printable.of(text) + "'");
            }
        }
        if (!problems.isEmpty() || labels.isEmpty()) {
            throw new DatasetException("Expected lines of the form " + form + " in " + file + ", but "
                    + (problems.isEmpty() ? "found none" : problems.toString()) + ". Restore the published file.");
        }
        return labels;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new DatasetException(
                    "Expected text in " + file + ", but found other bytes. Restore the published file.", e);
        } catch (IOException e) {
            throw new DatasetException(
                    "Expected labels in " + file + ", which cannot be read: " + IoReason.of(e)
                            + ". Complete the dataset.",
                    e);
        }
    }
}
