/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.Locale;
import java.util.Optional;
import sc.fiji.ahiq.study.stats.Interval;

/** Numbers as a page shows them. */
final class Numbers {

    static final String MISSING = "–";

    private Numbers() {}

    /** With four decimals, or a dash. */
    static String coefficient(double value) {
        return Double.isNaN(value) ? MISSING : minus(String.format(Locale.ROOT, "%.4f", value));
    }

    /** With its sign. */
    static String difference(double value) {
        return Double.isNaN(value) ? MISSING : minus(String.format(Locale.ROOT, "%+.4f", value));
    }

    /** With four digits. */
    static String measured(double value) {
        return Double.isNaN(value) ? MISSING : minus(String.format(Locale.ROOT, "%.4g", value));
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(range -> "[" + coefficient(range.low()) + ", " + coefficient(range.high()) + "]")
                .orElse("");
    }

    static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d", count) + " " + one + (count == 1 ? "" : "s");
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
