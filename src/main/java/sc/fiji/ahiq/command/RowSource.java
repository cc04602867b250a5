/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import java.util.function.Consumer;
import sc.fiji.ahiq.scoring.ScoreRow;

/** A command that scores many pairs. */
public interface RowSource {

    /** Lets somebody receive the row of each pair that the next run scores. */
    void setRows(Consumer<ScoreRow> rows);
}
