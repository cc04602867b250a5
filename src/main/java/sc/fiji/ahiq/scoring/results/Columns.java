/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.ahiq.scoring.results.parquet.ColumnKind;

/**
 * Names of the columns of a table of results that more than one class knows; that of a metric is the name of the
 * metric.
 */
public final class Columns {

    public static final String REFERENCE = "reference";
    public static final String DISTORTED = "distorted";
    public static final String AHIQ = "ahiq";
    public static final String SD = "sd";
    public static final String CROP_PLAN = "crop_plan";
    public static final String CROPS = "crops";
    public static final String SEED = "seed";
    public static final String PAD = "pad";
    public static final String RANGE = "range";
    public static final String COVERAGE = "coverage";
    public static final String MODEL = "model";
    public static final String WEIGHTS_SHA256 = "weights_sha256";
    public static final String DEVICE = "device";
    public static final String PRECISION = "precision";
    public static final String VERSION = "version";
    public static final String SECONDS = "seconds";
    public static final String ERROR = "error";

    /** The mean of the opinions on a pair, and their standard deviation. */
    public static final String MOS = "mos";

    public static final String MOS_DEVIATION = "mos_sd";

    public static final String DISTORTION = "distortion";
    public static final String LEVEL = "level";

    /** Number of the row in the complete file, from 1, and number of its rows. */
    public static final String PAIR = "pair";

    public static final String PAIRS = "pairs";

    public static final String MANIFEST = "manifest";
    public static final String RUN = "run";
    public static final String KEY = "key";

    /** What may be known of a run and of a pair besides its scores, in this order after them. */
    public static final List<String> OF_RUNS = List.of(
            REFERENCE,
            DISTORTED,
            SD,
            CROP_PLAN,
            CROPS,
            SEED,
            PAD,
            RANGE,
            COVERAGE,
            MODEL,
            WEIGHTS_SHA256,
            DEVICE,
            PRECISION,
            VERSION,
            SECONDS,
            ERROR);

    private static final List<String> TEXTS = List.of(
            REFERENCE,
            DISTORTED,
            CROP_PLAN,
            PAD,
            RANGE,
            MODEL,
            WEIGHTS_SHA256,
            DEVICE,
            PRECISION,
            VERSION,
            ERROR,
            DISTORTION,
            MANIFEST,
            RUN,
            KEY);

    private static final List<String> WHOLE_NUMBERS = List.of(CROPS, SEED, LEVEL, PAIR, PAIRS);

    private static final List<String> OF_BATCHES = List.of(PAIR, PAIRS, MANIFEST, RUN, KEY);

    /** What is known of a pair before it is scored; other programs may write these names in capitals. */
    public static final List<String> OF_PAIRS = List.of(REFERENCE, DISTORTED, MOS, MOS_DEVIATION, DISTORTION, LEVEL);

    /** What {@link #AHIQ} was called in files of former versions. */
    private static final String FORMER_AHIQ = "score";

    private Columns() {}

    /** Whether a column of a table tells something else than the score of a metric. */
    public static boolean isKnown(String name) {
        return OF_RUNS.contains(name) || OF_BATCHES.contains(name) || OF_PAIRS.contains(name);
    }

    /** What the cells of a column of a batch are; the columns of a second model have its name and a point before. */
    static ColumnKind kind(String name) {
        String known = name.substring(name.lastIndexOf('.') + 1);
        return TEXTS.contains(known)
                ? ColumnKind.TEXT
                : WHOLE_NUMBERS.contains(known) ? ColumnKind.INTEGER : ColumnKind.NUMBER;
    }

    /** The name by which a column is known. */
    public static String current(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return name.equals(FORMER_AHIQ) ? AHIQ : OF_PAIRS.contains(lowerCase) ? lowerCase : name;
    }

    /** The same columns by the names by which they are known. */
    static List<String> current(List<String> columns) {
        boolean hasAhiq = columns.contains(AHIQ);
        return columns.stream()
                .map(name -> hasAhiq && name.equals(FORMER_AHIQ) ? name : current(name))
                .toList();
    }

    /** The same row by the names by which its columns are known. */
    static Map<String, Object> current(Map<String, Object> row) {
        Iterator<String> names = current(List.copyOf(row.keySet())).iterator();
        Map<String, Object> current = new LinkedHashMap<>();
        row.values().forEach(value -> current.put(names.next(), value));
        return current;
    }
}
