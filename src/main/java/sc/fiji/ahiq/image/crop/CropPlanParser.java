/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.UsageException;

/** The text forms of crop plans. */
final class CropPlanParser {

    private static final Pattern FORM = Pattern.compile("([a-z]+)(?::(-?\\d+)|\\((-?\\d+)\\))?");

    private CropPlanParser() {}

    static CropPlan parse(String text, long seed) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw unknown(text);
        }
        String number = form.group(2) != null ? form.group(2) : form.group(3);
        return number == null ? plain(form.group(1), seed, text) : numbered(form.group(1), number, seed, text);
    }

    private static CropPlan plain(String name, long seed, String text) {
        return switch (name) {
            case "random" -> CropPlan.random(CropPlan.DEFAULT_RANDOM_CROPS, seed);
            case "five" -> CropPlan.five();
            case "nine" -> CropPlan.nine();
            case "grid" -> CropPlan.grid();
            case "dense" -> CropPlan.dense();
            case "smooth" -> CropPlan.smooth();
            default -> throw unknown(text);
        };
    }

    private static CropPlan numbered(String name, String number, long seed, String text) {
        return switch (name) {
            case "random" -> CropPlan.random(toInt(number, text), seed);
            case "dense" -> CropPlan.dense(toInt(number, text));
            case "smooth" -> CropPlan.smooth(toInt(number, text));
            default -> throw unknown(text);
        };
    }

    private static int toInt(String number, String text) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new UsageException("The number in crop plan '" + text + "' is out of range.", e);
        }
    }

    private static UsageException unknown(String text) {
        return new UsageException("Unknown crop plan '" + text
                + "'. Expected one of: random, random:N (N crops, default "
                + CropPlan.DEFAULT_RANDOM_CROPS + "), five, nine, grid, dense, dense:S (S pixels from crop to crop, "
                + "default half the crop size), smooth, smooth:O (crops that overlap by O pixels and are blended,"
                + " default half the crop size).");
    }
}
