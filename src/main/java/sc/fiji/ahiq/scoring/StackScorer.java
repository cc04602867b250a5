/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.metric.Reference;

/** Scores the planes of an image one by one. Holds the pixels of one pair at a time. */
public final class StackScorer {

    private final ScoringRun run;

    /** @param run not closed by this scorer */
    public StackScorer(ScoringRun run) {
        this.run = run;
    }

    /**
     * Scores all planes. Of several planes one that cannot be scored, and of several metrics one that cannot score a
     * plane, gives a row with the reason.
     *
     * @param progress of all planes, each of which counts steps of its own
     * @param finished told of each plane that was scored or could not be, on this thread
     * @throws ImageException if a single plane is to be scored and no metric can
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public List<PlaneScore> score(PlanePairs pairs, Progress progress, Consumer<PlaneScore> finished) {
        List<PlanePosition> positions = pairs.positions();
        List<PlaneScore> scores = new ArrayList<>();
        try (SharedReference shared = new SharedReference(pairs, positions.size() > 1)) {
            for (PlanePosition position : positions) {
                PlaneScore score = score(pairs, position, shared, progress.part(scores.size(), positions.size()));
                scores.add(score);
                finished.accept(score);
            }
        }
        return scores;
    }

    private PlaneScore score(PlanePairs pairs, PlanePosition position, SharedReference shared, Progress progress) {
        boolean single = pairs.positions().size() == 1;
        try {
            PairScore pair = shared.scorer(position).score(pairs.distorted(position), progress);
            if (single && !pair.isScored()) {
                throw new ImageException(pair.error().orElseThrow());
            }
            return new PlaneScore(
                    position,
                    pairs.region(),
                    Optional.of(pair),
                    ScoreRow.of(pair, run.info()).at(position, pairs.region()));
        } catch (ImageException e) {
            if (single) {
                throw e;
            }
            ScoreRow row =
                    ScoreRow.failed(pairs.reference().name(), pairs.distorted().name(), e.getMessage(), run.info());
            return new PlaneScore(position, pairs.region(), Optional.empty(), row.at(position, pairs.region()));
        }
    }

    /** The scorer of the latest reference plane, and the range of all that share one. */
    private final class SharedReference implements AutoCloseable {

        private final PlanePairs pairs;
        private final boolean manyPlanes;
        private final RangeRule rule = run.info().options().range();
        private final Map<Integer, Once<IntensityRange>> rangeByChannel = new HashMap<>();
        private PlanePosition current;
        private ReferenceScorer scorer;

        SharedReference(PlanePairs pairs, boolean manyPlanes) {
            this.pairs = pairs;
            this.manyPlanes = manyPlanes;
        }

        ReferenceScorer scorer(PlanePosition position) {
            PlanePosition wanted = pairs.referencePosition(position);
            if (!wanted.equals(current)) {
                close();
                ImagePlane plane = pairs.reference(position);
                scorer = run.scorer(() -> reference(plane, wanted), plane.name(), manyPlanes);
                current = wanted;
            }
            return scorer;
        }

        private Reference reference(ImagePlane plane, PlanePosition position) {
            if (!rule.isOfWholeReference()) {
                return Reference.of(plane, rule);
            }
            Once<IntensityRange> range = rangeByChannel.computeIfAbsent(
                    position.channel(),
                    channel -> new Once<>(() -> rule.resolve(plane, pairs.wholeReference(channel))));
            return Reference.of(plane, rule, range.get());
        }

        @Override
        public void close() {
            current = null;
            if (scorer != null) {
                scorer.close();
                scorer = null;
            }
        }
    }
}
