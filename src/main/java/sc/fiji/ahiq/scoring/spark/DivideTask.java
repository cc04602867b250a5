/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.ArrayList;
import sc.fiji.ahiq.scoring.PairShare;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Tells how the work on a pair can be divided. */
final class DivideTask extends AbstractFunction1<Iterator<PairPart>, DivideTask.Divided> implements Serializable {

    private static final long serialVersionUID = 1;

    private final TaskScoring scoring;
    private final int pieces;

    /**
     * A pair and the parts of its work.
     *
     * @param number of the pair
     * @param shares none if there is nothing to divide
     */
    record Divided(int number, ArrayList<PairShare> shares) implements Serializable {}

    /** @param pieces into which the work of a metric is divided at most */
    DivideTask(TaskScoring scoring, int pieces) {
        this.scoring = scoring;
        this.pieces = pieces;
    }

    @Override
    public Divided apply(Iterator<PairPart> parts) {
        PairPart pair = parts.next();
        return new Divided(pair.pairs().get(0).number(), new ArrayList<>(scoring.shares(pair, pieces)));
    }
}
