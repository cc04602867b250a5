/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table row by row: JSON lines if the name of the file ends in {@code .jsonl}, otherwise a header and rows of
 * values that commas, semicolons or tabs separate, whatever separates most names of the header. A last row that was
 * torn, see this package, is left out. Not thread safe.
 */
public final class TableReader implements AutoCloseable {

    private final RowFormat format;
    private final LineReader lines;
    private List<String> columns;
    private List<String> columnsInFile;
    private LineReader.Line waiting;
    private long end;
    private boolean torn;

    private TableReader(Path file) throws IOException {
        this.lines = new LineReader(file);
        this.format = lines.format();
    }

    /** @throws MalformedTableException if the first line is no row */
    public static TableReader open(Path file) throws IOException {
        TableReader reader = new TableReader(file);
        try {
            reader.readColumns();
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void readColumns() throws IOException {
        LineReader.Line first = lines.next();
        if (first == null) {
            return;
        }
        try {
            columnsInFile = format.columns(first.text());
            columns = Columns.current(columnsInFile);
            waiting = format.separated().isPresent() ? null : first;
            if (waiting == null) {
                conclude(first);
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            requireTorn(first, e);
        }
    }

    private void conclude(LineReader.Line line) {
        torn = !line.ended();
        end = line.ended() ? line.span().end() : end;
    }

    /**
     * The columns of a file by the names that they have now, of JSON lines those of the first row; empty if there is no
     * first line.
     */
    public Optional<List<String>> columns() {
        return Optional.ofNullable(columns);
    }

    /** The same by the names that they have in the file. */
    public Optional<List<String>> columnsInFile() {
        return Optional.ofNullable(columnsInFile);
    }

    /**
     * Refuses a table that is not written as the program writes results, to which rows can be added and from which rows
     * can be copied.
     *
     * @throws MalformedTableException if it is written otherwise
     */
    void require(RowFormat expected) throws MalformedTableException {
        if (!format.equals(expected)) {
            throw new MalformedTableException(
                    1, "expected " + expected + " as the program writes them, but found " + format, null);
        }
    }

    /** Whether columns have other names now. */
    boolean isFormer() {
        return !columns().equals(columnsInFile());
    }

    /**
     * The next row, which need not have all columns, or null after the last one.
     *
     * @throws MalformedTableException if a line is no row
     */
    public Row next() throws IOException {
        LineReader.Line line = waiting == null ? lines.next() : waiting;
        waiting = null;
        if (line == null || columns == null) {
            return null;
        }
        conclude(line);
        if (torn && columns.contains(Columns.KEY)) {
            return null;
        }
        try {
            Row row = format.parse(line.text(), columns, line.number(), line.span());
            torn &= row.problem() != null;
            return torn ? null : row;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            requireTorn(line, e);
            return null;
        }
    }

    private void requireTorn(LineReader.Line line, Exception reason) throws IOException {
        conclude(line);
        if (!torn) {
            throw reason instanceof IOException encoding
                    ? encoding
                    : new MalformedTableException(line.number(), reason.getMessage(), reason);
        }
    }

    /**
     * The next row, or null after the last one.
     *
     * @throws MalformedTableException if a line is no row or does not have all columns
     */
    public Row nextWhole() throws IOException {
        Row row = next();
        if (row != null && row.problem() != null) {
            throw new MalformedTableException(row.line(), row.problem(), null);
        }
        return row;
    }

    /** Where the last line that was read and has its line break ends; 0 if there is none. */
    long end() {
        return end;
    }

    /** Whether the end of the file was reached and its last row is torn. */
    public boolean torn() {
        return torn;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
