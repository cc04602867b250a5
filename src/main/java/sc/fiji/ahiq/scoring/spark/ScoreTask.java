/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Scores the pairs of a part on an executor. */
final class ScoreTask extends AbstractFunction1<Iterator<PairPart>, PartResult> implements Serializable {

    private static final long serialVersionUID = 1;

    private final TaskScoring scoring;

    ScoreTask(TaskScoring scoring) {
        this.scoring = scoring;
    }

    @Override
    public PartResult apply(Iterator<PairPart> parts) {
        return scoring.score(parts.next(), ReferenceScorer::score);
    }
}
