/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import sc.fiji.ahiq.scoring.PairShare;
import sc.fiji.ahiq.scoring.ShareResult;
import scala.Tuple2;
import scala.runtime.AbstractFunction1;

/** Does a part of the work on a pair, and tells it by the pair's place among the large ones. */
final class ShareTask extends AbstractFunction1<ShareTask.Share, Tuple2<Integer, ShareTask.Done>>
        implements Serializable {

    private static final long serialVersionUID = 1;

    private final TaskScoring scoring;

    /** @param index place of the pair among the large ones */
    record Share(int index, PairPart pair, PairShare work) implements Serializable {}

    /** @param encodedReferenceCrops by its process since that was told last */
    record Done(ShareResult result, long encodedReferenceCrops) implements Serializable {}

    ShareTask(TaskScoring scoring) {
        this.scoring = scoring;
    }

    @Override
    public Tuple2<Integer, Done> apply(Share share) {
        return new Tuple2<>(share.index(), scoring.share(share.pair(), share.work()));
    }
}
