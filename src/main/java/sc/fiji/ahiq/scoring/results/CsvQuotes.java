/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

/**
 * Tells whether a line break belongs to a cell: quotes that open at the start of a cell hold it together (RFC 4180).
 */
final class CsvQuotes {

    private final char separator;
    private boolean inside;
    private boolean closed;
    private boolean atStart = true;

    CsvQuotes(char separator) {
        this.separator = separator;
    }

    /** Whether the text after this byte of a row is within quotes. */
    boolean areOpenAfter(int next) {
        if (inside) {
            inside = next != '"';
            closed = !inside;
        } else {
            inside = next == '"' && (atStart || closed);
            closed = false;
            atStart = next == separator || atStart && (next == ' ' || next == '\t');
        }
        return inside;
    }
}
