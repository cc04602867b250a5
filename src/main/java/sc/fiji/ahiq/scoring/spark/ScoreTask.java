/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.scoring.RunInfo;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.batch.ImageNote;
import sc.fiji.ahiq.scoring.batch.PairKeys;
import sc.fiji.ahiq.scoring.batch.PairOutcome;
import sc.fiji.ahiq.scoring.batch.PairScoring;
import sc.fiji.ahiq.scoring.batch.PlannedPair;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Scores the pairs of a part on an executor. */
final class ScoreTask extends AbstractFunction1<Iterator<PairPart>, PartResult> implements Serializable {

    private static final long serialVersionUID = 1;

    private final ScoringRequest request;
    private final PairKeys keys;
    private final Broadcast<KeySet> former;

    /** @param former keys of pairs that have results already */
    ScoreTask(ScoringRequest request, PairKeys keys, Broadcast<KeySet> former) {
        this.request = request;
        this.keys = keys;
        this.former = former;
    }

    @Override
    public PartResult apply(Iterator<PairPart> parts) {
        ExecutorRun.enter();
        PairPart part = parts.next();
        try (StagedImages images = new StagedImages(part)) {
            return score(part, images);
        } finally {
            ExecutorRun.leave();
        }
    }

    private PartResult score(PairPart part, StagedImages images) {
        TaskContext task = TaskContext.get();
        ExecutorRun shared = TaskSettings.open(request, task);
        ScoringRun run = shared.run();
        Map<Integer, PlannedPair> given = new HashMap<>();
        List<PlannedPair> located = new ArrayList<>();
        for (PlannedPair pair : part.pairs()) {
            given.put(pair.number(), pair);
            located.add(images.staged(pair));
        }
        KeySet done = former.value();
        List<RunInfo.Scorer> metrics = run.info().metrics();
        ArrayList<PartResult.ScoredPair> results = new ArrayList<>();
        new PairScoring(run, TaskSettings.capacity(task), images::bring)
                .score(
                        located,
                        keys,
                        (pair, key) -> done.contains(key)
                                && part.maps()
                                        .map(maps -> maps.has(given.get(pair.number()), metrics))
                                        .orElse(true),
                        (finished, total) -> stopIfKilled(task),
                        outcome -> {
                            PlannedPair pair = given.get(outcome.pair().number());
                            part.maps()
                                    .ifPresent(maps -> outcome.scored().ifPresent(scored -> maps.write(pair, scored)));
                            results.add(result(pair, outcome));
                            images.release(outcome.pair());
                        });
        return new PartResult(results, shared.takeEncodedReferenceCrops());
    }

    private static void stopIfKilled(TaskContext task) {
        if (task.isInterrupted() || ExecutorRun.isClosing()) {
            throw new CancelledException();
        }
    }

    private static PartResult.ScoredPair result(PlannedPair given, PairOutcome outcome) {
        ScoreRow row = outcome.row();
        if (row != null && row.error() != null) {
            row = row.withError(asGiven(row.error(), given, outcome.pair()));
        }
        List<ImageNote> notes = outcome.notes().stream()
                .map(note -> new ImageNote(asGiven(note.image(), given, outcome.pair()), note.note()))
                .toList();
        return new PartResult.ScoredPair(given.number(), outcome.key(), row, notes);
    }

    /** A text with the paths that were given in place of those that were opened. */
    private static String asGiven(String text, PlannedPair given, PlannedPair located) {
        String renamed = replace(text, located.pair().distorted(), given.pair().distorted());
        return replace(renamed, located.pair().reference(), given.pair().reference());
    }

    private static String replace(String text, Path located, Path given) {
        return located.equals(given) ? text : text.replace(located.toString(), WebAddress.written(given));
    }
}
