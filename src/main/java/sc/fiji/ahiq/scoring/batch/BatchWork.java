/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sc.fiji.ahiq.scoring.RunInfo;

/**
 * Pairs to score.
 *
 * @param pairs in the order of the results; those of one reference follow each other
 * @param formerKeys of the pairs that have results already, which are not scored again if their maps are there, too
 * @param maps where those of each pair go
 * @param check to be called often by the thread that scores or others: stops the work by throwing
 *     {@link sc.fiji.ahiq.base.error.CancelledException}
 */
public record BatchWork(
        List<PlannedPair> pairs,
        PairKeys keys,
        Set<String> formerKeys,
        Optional<MapFolder<PlannedPair>> maps,
        Runnable check) {

    /** Whether a pair of this key need not be scored. */
    boolean isDone(PlannedPair pair, String key, List<RunInfo.Scorer> metrics) {
        return formerKeys.contains(key) && (maps.isEmpty() || maps.get().has(pair, metrics));
    }
}
