/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * The options of {@code run(command, options)}, strictly: {@code key=value} and {@code key=[value with spaces]},
 * separated by spaces or line breaks, brackets in pairs; {@code key} alone means {@code key=true}; {@code key=&name}
 * takes the value of a macro variable. Backslashes stay as they are.
 */
final class MacroOptions {

    private static final String KEY = "[a-z][a-z0-9_]*";
    private static final String SEPARATORS = " \n";

    private final String text;
    private final UnaryOperator<String> variables;
    private int position;

    private MacroOptions(String text, UnaryOperator<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    /**
     * Reads options in their order.
     *
     * @param variables gives the value of a macro variable, or null if there is none
     * @throws UsageException for a malformed text or a key that occurs twice
     */
    static Map<String, String> parse(String text, UnaryOperator<String> variables) {
        return new MacroOptions(text, variables).parse();
    }

    /**
     * Tells options to ImageJ's recorder, which puts brackets around values with spaces by itself.
     *
     * @throws UsageException for a value with a bracket that has no partner
     */
    static void record(Map<String, String> options, BiConsumer<String, String> recorder) {
        options.forEach((key, value) -> {
            boolean brackets =
                    value.isEmpty() || value.indexOf('[') >= 0 || value.indexOf('\n') >= 0 || value.startsWith("&");
            String written = brackets && value.indexOf(' ') < 0 ? "[" + value + "]" : value;
            String read = value.indexOf(' ') < 0 ? written : "[" + value + "]";
            if (!parse(key + "=" + read, name -> null).equals(Map.of(key, value))) {
                throw unrecordable(key, value);
            }
            recorder.accept(key, written);
        });
    }

    private static UsageException unrecordable(String key, String value) {
        return new UsageException(
                key + "=" + value
                        + ": a macro cannot hold a value with a single bracket. Rename the image or folder, or close the recorder.");
    }

    private Map<String, String> parse() {
        Map<String, String> options = new LinkedHashMap<>();
        skipSeparators();
        while (position < text.length()) {
            String key = until("=" + SEPARATORS);
            if (!key.matches(KEY)) {
                throw error("found '" + key + "' where a key was expected");
            }
            String value = position < text.length() && text.charAt(position) == '=' ? value(key) : "true";
            if (options.put(key, value) != null) {
                throw error("the key '" + key + "' occurs twice");
            }
            skipSeparators();
        }
        return options;
    }

    private String value(String key) {
        position++;
        if (position < text.length() && text.charAt(position) == '[') {
            return bracketed(key);
        }
        String value = until(SEPARATORS);
        if (value.startsWith("&")) {
            String variable = variables.apply(value.substring(1));
            if (variable == null) {
                throw error(key + "=" + value + ": there is no macro variable '" + value.substring(1) + "'");
            }
            return variable;
        }
        if (value.isEmpty()) {
            throw error("the key '" + key + "' has no value");
        }
        return value;
    }

    private String bracketed(String key) {
        int end = closingBracket();
        if (end < 0) {
            throw error("the value of '" + key + "' has no closing ]");
        }
        String value = text.substring(position + 1, end);
        position = end + 1;
        if (position < text.length() && SEPARATORS.indexOf(text.charAt(position)) < 0) {
            throw error("the value of '" + key + "' goes on after ]");
        }
        return value;
    }

    /** Position of the bracket that closes the one at the current position, or -1. */
    private int closingBracket() {
        int depth = 0;
        for (int i = position; i < text.length(); i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String until(String ends) {
        int start = position;
        while (position < text.length() && ends.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skipSeparators() {
        while (position < text.length() && SEPARATORS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private UsageException error(String found) {
        return new UsageException(
                "Expected options such as key=value or key=[value with spaces], but " + found + " in: " + text.trim());
    }
}
