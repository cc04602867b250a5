/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.batch.ImageNote;

/**
 * What a task sends to the driver.
 *
 * @param encodedReferenceCrops by its process since that was told last
 */
record PartResult(ArrayList<ScoredPair> pairs, long encodedReferenceCrops) implements Serializable {

    /**
     * What became of a pair, as {@link sc.fiji.ahiq.scoring.batch.PairOutcome}.
     *
     * @param row null if the pair was done before
     */
    record ScoredPair(int number, String key, ScoreRow row, List<ImageNote> notes) implements Serializable {}
}
