/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;

/** Reads a results file row by row. What follows the last line break was torn and is left out. Not thread safe. */
final class RowReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Far longer than rows are; bounds what is read of a file that has none. */
    private static final int MAX_LINE_BYTES = 1 << 20;

    private final Path file;
    private final RowFormat format;
    private final InputStream in;
    private List<String> columns;
    private String waiting;
    private Place place = new Place(0, 0);
    private int lineNumber;
    private boolean torn;

    record Row(Place place, Map<String, Object> cells) {

        String text(String column) {
            Object value = cells.get(column);
            return value == null ? "" : value.toString();
        }
    }

    private RowReader(Path file, RowFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    }

    /** @throws UsageException if the first line is not of this format */
    static RowReader open(Path file, RowFormat format) throws IOException {
        RowReader reader = new RowReader(file, format);
        try {
            reader.readColumns();
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void readColumns() throws IOException {
        String first = line();
        if (first == null) {
            return;
        }
        try {
            columns = format.columns(first);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
        waiting = format == RowFormat.JSON_LINES ? first : null;
    }

    /** Empty if there is not a single complete line. */
    Optional<List<String>> columns() {
        return Optional.ofNullable(columns);
    }

    /**
     * The next row, or null after the last one.
     *
     * @throws UsageException if a line is no row; the message has its number
     */
    Row next() throws IOException {
        String line = waiting == null ? line() : waiting;
        waiting = null;
        if (line == null) {
            return null;
        }
        try {
            return new Row(place, format.parse(line, columns));
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** Where the last complete line that was read ends. */
    long end() {
        return place.end();
    }

    /** Whether the end of the file was reached and an incomplete line is there. */
    boolean torn() {
        return torn;
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (next == '\n') {
                place = new Place(place.end(), bytes.size());
                lineNumber++;
                return bytes.toString(StandardCharsets.UTF_8);
            }
            if (bytes.size() > MAX_LINE_BYTES) {
                throw new UsageException("Expected a results file, but line " + (lineNumber + 1) + " of " + file
                        + " is longer than " + MAX_LINE_BYTES + " bytes. Name another file.");
            }
        }
        torn = bytes.size() > 0;
        return null;
    }

    private UsageException malformed(IllegalArgumentException e) {
        return new UsageException(
                "Expected a results file, but line " + lineNumber + " of " + file + " is no row: "
                        + Printable.of(e.getMessage())
                        + ". Remove the line and go on with --resume, or name another file.",
                e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
