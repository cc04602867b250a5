/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.script;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.FileStem;
import sc.fiji.ahiq.metric.Direction;

/**
 * What is to be known of a TorchScript metric, such as {@code script:lpips.pt@range=-1:1@size=224@direction=lower}.
 *
 * @param file without commas and without {@code @name=}
 * @param black value that the script gets for black
 * @param white value that it gets for white
 * @param size of the square crops it scores, in pixels; empty for whole images
 * @param direction of its scores
 */
public record ScriptSettings(Path file, double black, double white, OptionalInt size, Direction direction) {

    /** What a script begins with among the names of metrics. */
    public static final String PREFIX = "script:";

    private static final Pattern OPTION = Pattern.compile("@([a-z]+)=([^@]*)");

    /** @throws UsageException for an unknown or malformed option, or no file */
    public static ScriptSettings parse(String text) {
        Matcher option = OPTION.matcher(text);
        int end = option.find() ? option.start() : text.length();
        ScriptSettings settings = new ScriptSettings(
                path(text, text.substring(PREFIX.length(), end)),
                0,
                1,
                OptionalInt.empty(),
                Direction.HIGHER_IS_BETTER);
        option.region(end, text.length());
        while (option.lookingAt()) {
            settings = settings.with(text, option.group(1), option.group(2));
            option.region(option.end(), text.length());
        }
        if (option.regionStart() < text.length()) {
            throw wrong(text, text.substring(option.regionStart()));
        }
        return settings;
    }

    private static Path path(String text, String file) {
        if (file.isBlank()) {
            throw wrong(text, "no file");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw wrong(text, e.getMessage());
        }
    }

    private ScriptSettings with(String text, String name, String value) {
        return switch (name) {
            case "range" -> withRange(text, value);
            case "size" -> new ScriptSettings(file, black, white, size(text, value), direction);
            case "direction" -> new ScriptSettings(file, black, white, size, direction(text, value));
            default -> throw wrong(text, "@" + name);
        };
    }

    private ScriptSettings withRange(String text, String value) {
        String[] ends = value.split(":", -1);
        try {
            double lo = Double.parseDouble(ends[0]);
            double hi = Double.parseDouble(ends[ends.length - 1]);
            if (ends.length == 2 && lo != hi && Double.isFinite(lo) && Double.isFinite(hi)) {
                return new ScriptSettings(file, lo, hi, size, direction);
            }
        } catch (NumberFormatException e) {
            throw wrong(text, "range=" + value);
        }
        throw wrong(text, "range=" + value);
    }

    private static OptionalInt size(String text, String value) {
        if (value.equals("any")) {
            return OptionalInt.empty();
        }
        if (value.matches("[1-9]\\d{0,4}")) {
            return OptionalInt.of(Integer.parseInt(value));
        }
        throw wrong(text, "size=" + value);
    }

    private static Direction direction(String text, String value) {
        return switch (value) {
            case "higher" -> Direction.HIGHER_IS_BETTER;
            case "lower" -> Direction.LOWER_IS_BETTER;
            default -> throw wrong(text, "direction=" + value);
        };
    }

    private static UsageException wrong(String text, String found) {
        return new UsageException(
                "Expected script:FILE, which may be followed by @range=LO:HI (default 0:1), @size=any or"
                        + " @size=N (crops of N x N pixels) and @direction=higher or @direction=lower, but found "
                        + found
                        + " in '" + text + "'.");
    }

    /** All of them, as {@link #parse} reads them. */
    String options() {
        return "@range=" + black + ":" + white
                + "@size=" + (size.isPresent() ? String.valueOf(size.getAsInt()) : "any")
                + "@direction=" + (direction == Direction.HIGHER_IS_BETTER ? "higher" : "lower");
    }

    /** {@code script_} and the name of the file without its ending, in the letters of metric names. */
    String name() {
        return "script_" + FileStem.of(file).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }
}
