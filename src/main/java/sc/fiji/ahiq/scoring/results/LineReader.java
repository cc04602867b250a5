/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a file into rows: a byte order mark and blank lines are left out, quoted line breaks of comma-separated values
 * are none.
 */
final class LineReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Far longer than rows are; bounds what is read of a file that has none. */
    private static final int MAX_ROW_BYTES = 1 << 20;

    private final InputStream in;
    private final RowFormat format;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long start;
    private int breaks;

    /**
     * A row as bytes.
     *
     * @param number of the line at which it ends, from 1
     * @param ended whether its line break is there
     */
    record Line(byte[] bytes, int number, Span span, boolean ended) {

        /** @throws CharacterCodingException if it is not in UTF-8 */
        String text() throws CharacterCodingException {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }

        boolean isBlank() {
            for (byte next : bytes) {
                if (next < 0 || next > ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    LineReader(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        in.mark(BYTE_ORDER_MARK.length);
        if (Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            start = BYTE_ORDER_MARK.length;
        } else {
            in.reset();
        }
        this.format = RowFormat.of(file, firstLine());
    }

    /** The first line that is not blank, or as much of it as tells how cells are separated; read again after it. */
    private String firstLine() throws IOException {
        in.mark(BUFFER_BYTES);
        String start = new String(in.readNBytes(BUFFER_BYTES), StandardCharsets.UTF_8);
        in.reset();
        return start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** By the name of the file and its first line. */
    RowFormat format() {
        return format;
    }

    /**
     * The next row, or null after the last one.
     *
     * @throws MalformedTableException if a row is too long, or a quote is not closed
     */
    Line next() throws IOException {
        Line line = any();
        while (line != null && line.isBlank()) {
            line = any();
        }
        return line;
    }

    private Line any() throws IOException {
        bytes.reset();
        Optional<CsvQuotes> open = format.separated().map(text -> new CsvQuotes(text.separator()));
        int breaksBefore = breaks;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            boolean quoted = open.isPresent() && open.get().areOpenAfter(next);
            breaks += next == '\n' ? 1 : 0;
            if (next == '\n' && !quoted) {
                return line(breaks, true);
            }
            if (bytes.size() > MAX_ROW_BYTES) {
                throw new MalformedTableException(
                        breaksBefore + 1, "it is longer than " + MAX_ROW_BYTES + " bytes", null);
            }
        }
        if (breaks > breaksBefore) {
            throw new MalformedTableException(breaksBefore + 1, "a quote is not closed", null);
        }
        return bytes.size() == 0 ? null : line(breaks + 1, false);
    }

    private Line line(int number, boolean ended) {
        Line line = new Line(bytes.toByteArray(), number, new Span(start, bytes.size()), ended);
        start += bytes.size();
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
