/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.PairShare;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.ShareResult;
import sc.fiji.ahiq.scoring.batch.ImageNote;
import sc.fiji.ahiq.scoring.batch.PairComparison;
import sc.fiji.ahiq.scoring.batch.PairKeys;
import sc.fiji.ahiq.scoring.batch.PairOutcome;
import sc.fiji.ahiq.scoring.batch.PlannedPair;

/**
 * What tasks do on executors.
 *
 * @param former keys of pairs that have results already
 */
record TaskScoring(ScoringRequest request, PairKeys keys, Broadcast<KeySet> former) implements Serializable {

    /** Metrics that hold whole large images in memory take turns in a process. */
    private static final Object WHOLE_IMAGES = new Object();

    /** Scores the pairs of a part, and writes their maps. */
    PartResult score(PairPart part, PairComparison comparison) {
        try (PartInWork work = new PartInWork(part, request)) {
            return score(work, comparison);
        }
    }

    private PartResult score(PartInWork work, PairComparison comparison) {
        PairPart part = work.part();
        Map<Integer, PlannedPair> given = new HashMap<>();
        part.pairs().forEach(pair -> given.put(pair.number(), pair));
        ArrayList<PartResult.ScoredPair> results = new ArrayList<>();
        work.scoring(comparison)
                .score(
                        work.staged(),
                        keys,
                        (pair, key) -> isDone(work, given.get(pair.number()), key),
                        work::stopIfKilled,
                        outcome -> {
                            PlannedPair pair = given.get(outcome.pair().number());
                            part.maps()
                                    .ifPresent(maps -> outcome.scored().ifPresent(scored -> maps.write(pair, scored)));
                            results.add(result(work.images(), pair, outcome));
                            work.images().release(outcome.pair());
                        });
        return new PartResult(results, work.takeEncodedReferenceCrops());
    }

    private boolean isDone(PartInWork work, PlannedPair given, String key) {
        return former.value().contains(key)
                && work.part()
                        .maps()
                        .map(maps -> maps.has(given, work.run().info().metrics()))
                        .orElse(true);
    }

    private static PartResult.ScoredPair result(StagedImages images, PlannedPair given, PairOutcome outcome) {
        ScoreRow row = outcome.row();
        if (row != null && row.error() != null) {
            row = row.withError(images.asGiven(row.error(), given));
        }
        List<ImageNote> notes = outcome.notes().stream()
                .map(note -> new ImageNote(images.asGiven(note.image(), given), note.note()))
                .toList();
        return new PartResult.ScoredPair(given.number(), outcome.key(), row, notes);
    }

    /**
     * Of the only pair of a part: the parts of the work on it that are to be done apart; none if it has results
     * already, or cannot be scored, so that there is nothing to divide.
     */
    List<PairShare> shares(PairPart part, int pieces) {
        try (PartInWork work = new PartInWork(part, request)) {
            PlannedPair pair = work.bringPair();
            if (!former.value().isEmpty() && isDone(work, part.pairs().get(0), keys.of(pair))) {
                return List.of();
            }
            return work.ofPair((scorer, distorted) -> scorer.shares(distorted, pieces));
        } catch (ImageException | UsageException e) {
            return List.of();
        }
    }

    /**
     * Does a part of the work on the only pair of a part, and writes its maps if it is all that a metric does. An image
     * of which a piece cannot be read, which shows only then, is told in the result.
     */
    ShareTask.Done share(PairPart part, PairShare share) {
        try (PartInWork work = new PartInWork(part, request)) {
            ShareResult result = share(work, share);
            if (result.error() != null) {
                result = result.withError(
                        work.images().asGiven(result.error(), part.pairs().get(0)));
            }
            return new ShareTask.Done(result, work.takeEncodedReferenceCrops());
        }
    }

    private static ShareResult share(PartInWork work, PairShare share) {
        if (!share.isWhole()) {
            return shareAtOnce(work, share);
        }
        synchronized (WHOLE_IMAGES) {
            return shareAtOnce(work, share);
        }
    }

    private static ShareResult shareAtOnce(PartInWork work, PairShare share) {
        try {
            return work.ofPair((scorer, distorted) -> {
                if (!share.isWhole()) {
                    return scorer.compare(distorted, share, work::stopIfKilled);
                }
                PairScore scored = scorer.score(distorted, Set.of(share.metric()), work::stopIfKilled);
                work.part()
                        .maps()
                        .ifPresent(maps -> maps.write(work.part().pairs().get(0), scored));
                return ShareResult.of(share, scored);
            });
        } catch (ImageException e) {
            return ShareResult.failed(share, e.getMessage());
        }
    }
}
