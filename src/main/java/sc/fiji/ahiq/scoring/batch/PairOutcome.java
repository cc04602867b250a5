/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ScoreRow;

/**
 * What became of a pair.
 *
 * @param key null if the images cannot be read
 * @param row null if the pair was done before
 * @param scored whose maps are still to be written; empty if there are none
 * @param notes on its images
 */
public record PairOutcome(
        PlannedPair pair, String key, ScoreRow row, Optional<PairScore> scored, List<ImageNote> notes) {

    public PairOutcome {
        notes = List.copyOf(notes);
    }

    /** Whether there is a row already. */
    public boolean isDone() {
        return row == null;
    }
}
