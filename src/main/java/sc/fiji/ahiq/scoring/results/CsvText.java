/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows of comma-separated values (RFC 4180) as texts. */
public final class CsvText {

    private static final CSVFormat COMMAS = CSVFormat.RFC4180;
    private static final CSVFormat TABS = COMMAS.builder().setDelimiter('\t').get();

    /**
     * Quoted text, or blanks around a cell; the library would take away other white space, too, such as ideographic.
     */
    private static final Pattern QUOTED_OR_BLANK =
            Pattern.compile("(\"[^\"]*+\")|(?<=^|,)[ \\t]+|[ \\t]+(?=,|\\r?\\n?$)");

    private CsvText() {}

    /** A row with its line break; numbers in full precision, nothing for null. */
    public static String line(Collection<?> cells) {
        return line(COMMAS, cells);
    }

    /** The same, separated by tabs. */
    static String tabbedLine(Collection<?> cells) {
        return line(TABS, cells);
    }

    private static String line(CSVFormat format, Collection<?> cells) {
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, format)) {
            for (Object cell : cells) {
                printer.print(cell == null ? null : cell.toString());
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static String withoutBlanks(String line) {
        boolean blank = line.indexOf(' ') >= 0 || line.indexOf('\t') >= 0;
        return blank ? QUOTED_OR_BLANK.matcher(line).replaceAll("$1") : line;
    }

    /**
     * The cells of a row; blanks around cells without quotes do not count.
     *
     * @throws IllegalArgumentException if it is not one row
     */
    public static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(withoutBlanks(line), COMMAS)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new IllegalArgumentException("expected one row, found " + records.size());
            }
            return records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new IllegalArgumentException("expected comma-separated values, look for a misplaced quote", e);
        }
    }
}
