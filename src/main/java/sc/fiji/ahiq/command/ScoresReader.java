/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.function.Supplier;
import sc.fiji.ahiq.scoring.results.DataTable;

/** A command that reads the scores that a face keeps, unless it is given a file. */
public interface ScoresReader {

    /** Lets the next run read these, with cells as texts. */
    void setScores(Supplier<DataTable> scores);
}
