/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.Locale;
import sc.fiji.ahiq.base.error.UsageException;

/** Forms in which results are printed. */
enum TextFormat {
    TABLE,
    CSV,
    JSON;

    /** @throws UsageException if there is none of this name */
    static TextFormat parse(String text) {
        for (TextFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new UsageException("format=" + text + ": expected table, csv or json.");
    }
}
