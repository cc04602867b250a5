/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows of cells with a separator between them (RFC 4180) as texts. */
public enum CsvText {
    COMMAS(',', "commas"),
    SEMICOLONS(';', "semicolons"),
    TABS('\t', "tabs");

    private final char separator;
    private final String label;
    private final CSVFormat format;

    /**
     * Quoted text, or blanks around a cell; the library would take away other white space, too, such as ideographic.
     */
    private final Pattern quotedOrBlank;

    CsvText(char separator, String label) {
        this.separator = separator;
        this.label = label;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        String blank = separator == '\t' ? " +" : "[ \\t]+";
        this.quotedOrBlank = Pattern.compile(
                String.format("(\"[^\"]*+\")|(?<=^|%1$c)%2$s|%2$s(?=%1$c|\\r?\\n?$)", separator, blank));
    }

    /** What separates most cells of a header, of equally many the first. */
    static CsvText of(String header) {
        String unquoted = header.replaceAll("\"[^\"]*\"", "");
        return Stream.of(values())
                .max(Comparator.comparingLong((CsvText text) -> unquoted.chars()
                                .filter(c -> c == text.separator)
                                .count())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    char separator() {
        return separator;
    }

    /** A row with its line break; numbers in full precision, nothing for null. */
    public String line(Collection<?> cells) {
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

    private String withoutBlanks(String line) {
        boolean blank = line.indexOf(' ') >= 0 || line.indexOf('\t') >= 0;
        return blank ? quotedOrBlank.matcher(line).replaceAll("$1") : line;
    }

    /**
     * The cells of a row; blanks around cells without quotes do not count.
     *
     * @throws IllegalArgumentException if it is not one row
     */
    public List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(withoutBlanks(line), format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new IllegalArgumentException("expected one row, found " + records.size());
            }
            return records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "expected values separated by " + label + ", look for a misplaced quote", e);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
