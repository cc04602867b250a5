/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sc.fiji.ahiq.base.error.WeightsException;

/** The Python dict in the header of a NumPy array: exactly {@code descr}, {@code fortran_order} and {@code shape}. */
final class NpyDict {

    private static final int MAX_DIGITS = 18;

    private final Place place;
    private final int start;
    private final String text;
    private int position;
    private String descr;
    private boolean fortranOrder;
    private long[] shape;

    private NpyDict(Place place, int start, String text) {
        this.place = place;
        this.start = start;
        this.text = text;
    }

    /** @param start offset of {@code text} in the file */
    static NpyDict parse(Place place, int start, String text) {
        NpyDict dict = new NpyDict(place, start, text);
        dict.parse();
        return dict;
    }

    String descr() {
        return descr;
    }

    boolean fortranOrder() {
        return fortranOrder;
    }

    long[] shape() {
        return shape.clone();
    }

    private void parse() {
        Set<String> keys = new HashSet<>();
        take('{');
        while (peek() != '}') {
            String key = string("a key");
            if (!keys.add(key)) {
                throw refusal("each key only once", Refusal.quote(key) + " again");
            }
            take(':');
            parseValue(key);
            if (peek() != '}') {
                take(',');
            }
        }
        take('}');
        if (keys.size() < 3) {
            throw refusal("the keys descr, fortran_order and shape", "only " + keys);
        }
        if (peek() != 0) {
            throw refusal("the end of the header", "more text");
        }
    }

    private void parseValue(String key) {
        switch (key) {
            case "descr" -> descr = string("a simple type in quotes");
            case "fortran_order" -> fortranOrder = bool();
            case "shape" -> shape = tuple();
            default -> throw refusal("only the keys descr, fortran_order and shape", Refusal.quote(key));
        }
    }

    /** The next character that is not white space, 0 at the end. */
    private char peek() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw refusal("'" + expected + "'", found());
        }
        position++;
    }

    /** In single or double quotes, without escapes. */
    private String string(String expected) {
        char quote = peek();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, position + 1) : -1;
        if (end < 0) {
            throw refusal(expected, found());
        }
        String value = text.substring(position + 1, end);
        position = end + 1;
        return value;
    }

    private boolean bool() {
        peek();
        boolean value = text.startsWith("True", position);
        if (!value && !text.startsWith("False", position)) {
            throw refusal("True or False", found());
        }
        position += value ? 4 : 5;
        return value;
    }

    private long[] tuple() {
        List<Long> values = new ArrayList<>();
        take('(');
        while (peek() != ')') {
            values.add(integer());
            if (peek() != ')') {
                take(',');
            }
        }
        take(')');
        return values.stream().mapToLong(value -> value).toArray();
    }

    private long integer() {
        peek();
        int end = position;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == position || end - position > MAX_DIGITS) {
            throw refusal("an integer from 0 to 10^18 - 1", found());
        }
        long value = Long.parseLong(text.substring(position, end));
        position = end;
        // Python 2 marks long integers.
        if (position < text.length() && text.charAt(position) == 'L') {
            position++;
        }
        return value;
    }

    private String found() {
        return position < text.length() ? Refusal.quote(text.substring(position)) : "the end of the header";
    }

    private WeightsException refusal(String expected, String found) {
        return place.refusal(start + position, expected, found);
    }
}
