/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

/**
 * What is in a merged results file.
 *
 * @param pairs rows
 * @param failed rows with an error
 */
public record MergeSummary(int pairs, int failed) {

    /** A line for people. */
    @Override
    public String toString() {
        return pairs + " pairs" + (failed == 0 ? "." : ", " + failed + " failed.");
    }
}
