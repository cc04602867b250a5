/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import sc.fiji.ahiq.scoring.ShareResult;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Makes scores and maps of a pair of all that was done for it in parts. */
final class JoinTask extends AbstractFunction1<Iterator<Tuple2<Integer, Iterable<ShareTask.Done>>>, PartResult>
        implements Serializable {

    private static final long serialVersionUID = 1;

    private final TaskScoring scoring;
    private final ArrayList<PairPart> pairs;

    /** @param pairs one in each, by their places among the large ones */
    JoinTask(TaskScoring scoring, List<PairPart> pairs) {
        this.scoring = scoring;
        this.pairs = new ArrayList<>(pairs);
    }

    @Override
    public PartResult apply(Iterator<Tuple2<Integer, Iterable<ShareTask.Done>>> groups) {
        Tuple2<Integer, Iterable<ShareTask.Done>> group = groups.next();
        List<ShareTask.Done> parts =
                StreamSupport.stream(group._2().spliterator(), false).toList();
        List<ShareResult> results = parts.stream().map(ShareTask.Done::result).toList();
        PartResult joined = scoring.score(
                pairs.get(group._1()), (reference, distorted, progress) -> reference.join(distorted, results));
        long encoded =
                parts.stream().mapToLong(ShareTask.Done::encodedReferenceCrops).sum();
        return new PartResult(joined.pairs(), joined.encodedReferenceCrops() + encoded);
    }
}
