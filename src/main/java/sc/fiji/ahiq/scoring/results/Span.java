/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

/** Where in its file a row is, with its line break. */
public record Span(long offset, int length) {

    long end() {
        return offset + length;
    }
}
