/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

/** SVG elements in the order in which they are painted; lengths in pixels, the origin at the top left. */
final class Drawing {

    static final double FONT_SIZE = 12;

    /** Of a character of {@link #FONT_SIZE} in a sans-serif font, on average and a little more. */
    private static final double CHARACTER_WIDTH = 6.7;

    private static final double GRID_OPACITY = 0.15;

    private final StringBuilder xml = new StringBuilder();

    /** Room for a text, without any font being asked. */
    static double textWidth(String text) {
        return CHARACTER_WIDTH * text.length();
    }

    /** The text, or its beginning and an ellipsis. */
    static String shortened(String text, int maxCharacters) {
        return text.length() <= maxCharacters
                ? text
                : text.substring(0, maxCharacters - 1).stripTrailing() + "…";
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\uFFFE\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** With two decimals at most. */
    static String number(double value) {
        String text = Double.toString(Math.round(value * 100) / 100.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** @param attributes names and values in turn; numbers are rounded to two decimals */
    void element(String name, Object... attributes) {
        open(name, attributes);
        xml.insert(xml.length() - 2, '/');
    }

    void text(double x, double y, Anchor anchor, String text, Object... attributes) {
        xml.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        xml.append("\" text-anchor=\"").append(anchor.value).append("\" fill=\"currentColor\"");
        append(attributes);
        xml.append('>').append(escaped(text)).append("</text>\n");
    }

    /** A line in the colour of the text. */
    void line(double x1, double y1, double x2, double y2, double width) {
        element("path", "d", segment(x1, y1, x2, y2), "stroke", "currentColor", "stroke-width", width, "fill", "none");
    }

    void gridLine(double x1, double y1, double x2, double y2) {
        element(
                "path",
                "d",
                segment(x1, y1, x2, y2),
                "stroke",
                "currentColor",
                "stroke-opacity",
                GRID_OPACITY,
                "fill",
                "none");
    }

    private static String segment(double x1, double y1, double x2, double y2) {
        return "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2);
    }

    void title(double x, String title, String subtitle) {
        text(x, 20, Anchor.START, title, "font-size", FONT_SIZE + 3, "font-weight", "bold");
        text(x, 38, Anchor.START, subtitle);
    }

    private void open(String name, Object... attributes) {
        xml.append('<').append(name);
        append(attributes);
        xml.append(">\n");
    }

    private void append(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            xml.append(' ').append(attributes[i]).append("=\"");
            xml.append(value instanceof Number number ? number(number.doubleValue()) : escaped(value.toString()));
            xml.append('"');
        }
    }

    Figure figure(double width, double height, String title) {
        return new Figure((int) Math.ceil(width), (int) Math.ceil(height), title, xml.toString());
    }

    /** Which point of a text is at its position. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }
}
