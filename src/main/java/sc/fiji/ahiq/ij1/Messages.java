/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import ij.IJ;
import java.util.stream.Collectors;
import sc.fiji.ahiq.command.MenuWords;

/** What is told in windows of ImageJ, which does not wrap lines by itself. */
final class Messages {

    private static final int COLUMNS = 80;

    private Messages() {}

    /** Of the window of a menu entry. */
    static String title(String label) {
        return label.replace("...", "");
    }

    /** Writes into the log. */
    static void log(String text) {
        IJ.log(MenuWords.of(text));
    }

    /** Shows a window until it is closed. */
    static void error(String label, String message) {
        IJ.error(title(label), wrapped(MenuWords.of(message)));
    }

    /** Lines of at most 80 columns, broken between words; a longer word, such as a path, has a line of its own. */
    static String wrapped(String text) {
        return text.lines().map(Messages::wrappedLine).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ")) {
            if (length > 0) {
                boolean fits = length + 1 + word.length() <= COLUMNS;
                lines.append(fits ? ' ' : '\n');
                length = fits ? length + 1 : 0;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.toString();
    }
}
