/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.macro;

import ij.Macro;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import sc.fiji.ahiq.base.error.AhiqException;

/**
 * What went wrong in a macro, in words. The first failure ends the macro; what follows from it does not count. Thread
 * safe.
 */
final class Failures {

    private static final String DIALOG =
            "it wants to open a dialog or a window, but there is no display. Give commands all"
                    + " their options, as the macro recorder writes them";

    private final Runnable end;
    private String first;

    /** @param end the macro; called after the first failure */
    Failures(Runnable end) {
        this.end = end;
    }

    synchronized Optional<String> first() {
        return Optional.ofNullable(first);
    }

    void add(Throwable thrown) {
        Throwable e = thrown;
        while (e instanceof InvocationTargetException && e.getCause() != null) {
            e = e.getCause();
        }
        if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
            add("a command gave up without a message. Perhaps " + DIALOG);
        } else {
            add(e instanceof AhiqException ? e.getMessage() : e.toString());
        }
    }

    void addDialog() {
        add(DIALOG);
    }

    /** @param text one or more lines; a stack trace is cut off */
    synchronized void add(String text) {
        if (first != null) {
            return;
        }
        first = text.contains(HeadlessException.class.getName())
                ? DIALOG
                : text.replaceFirst("(?s)\n\tat .*", "")
                        .replaceFirst("^Macro Error: ", "")
                        .replaceAll("\\s+", " ")
                        .trim();
        end.run();
    }
}
