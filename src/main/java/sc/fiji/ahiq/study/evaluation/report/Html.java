/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import sc.fiji.ahiq.study.plot.Figure;

/** A page that is written from top to bottom. All text is escaped, and every element is closed by who has opened it. */
final class Html {

    private static final Set<String> INLINE = Set.of("b", "small");

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** @param attributes names and values in turn; one with an empty value is left out */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    Html close() {
        String tag = open.pop();
        page.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
        return this;
    }

    /** An element that is never closed, such as {@code img}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        page.append('\n');
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        open(tag, attributes);
        text(text);
        return close();
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html figure(Figure figure) {
        page.append("<figure>\n").append(figure.element()).append("</figure>\n");
        return this;
    }

    /** @param css of this program: no text of others */
    Html style(String css) {
        page.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private void start(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ').append(attributes[i]).append("=\"");
                page.append(escaped(attributes[i + 1])).append('"');
            }
        }
        page.append('>');
    }

    /** The whole page. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return "<!DOCTYPE html>\n" + page;
    }
}
