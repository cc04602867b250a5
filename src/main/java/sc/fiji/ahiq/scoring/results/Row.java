/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.util.Map;

/**
 * A row of a table.
 *
 * @param line at which it ends, from 1
 * @param cells texts, numbers or null by column
 * @param problem why it is not whole, such as {@code expected 5 cells, found 4}; null if it is
 */
public record Row(int line, Span span, Map<String, Object> cells, String problem) {

    /** Empty for a cell that is empty or not there. */
    public String text(String column) {
        Object value = cells.get(column);
        return value == null ? "" : value.toString();
    }
}
