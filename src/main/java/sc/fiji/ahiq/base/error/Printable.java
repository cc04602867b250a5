/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.error;

/** Makes what a file says fit for a message. */
public final class Printable {

    private static final int MAX_CHARS = 200;

    private Printable() {}

    /** At most 200 characters, control characters replaced. */
    public static String of(Object found) {
        String text = String.valueOf(found);
        String shortened = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "...";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
