/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** What {@link #AHIQ} was called in files of former versions. */
    private static final String FORMER_AHIQ = "score";

    private Columns() {}

    /** The name that a column has now. */
    public static String current(String name) {
        return name.equals(FORMER_AHIQ) ? AHIQ : name;
    }

    private static boolean isFormer(Iterable<String> columns) {
        boolean found = false;
        for (String column : columns) {
            found |= column.equals(FORMER_AHIQ);
            if (column.equals(AHIQ)) {
                return false;
            }
        }
        return found;
    }

    /** The same columns by the names that they have now. */
    static List<String> current(List<String> columns) {
        return isFormer(columns) ? columns.stream().map(Columns::current).toList() : columns;
    }

    /** The same row by the names that its columns have now. */
    static Map<String, Object> current(Map<String, Object> row) {
        if (!isFormer(row.keySet())) {
            return row;
        }
        Map<String, Object> current = new LinkedHashMap<>();
        row.forEach((column, value) -> current.put(current(column), value));
        return current;
    }
}
