/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.base.error.ImageException;

/** Scores the planes of an image one by one. Holds the pixels of one pair at a time. */
public final class StackScorer {

    private final OpenMetrics metrics;
    private final RunInfo run;

    /** @param metrics of the options of the run, not closed by this scorer */
    public StackScorer(OpenMetrics metrics, RunInfo run) {
        this.metrics = metrics;
        this.run = run;
    }

    /**
     * Scores all planes. Of several planes one that cannot be scored, and of several metrics one that cannot score a plane, gives a
     * row with the reason.
     *
     * @throws ImageException if a single plane is to be scored and no metric can
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code monitor} throws it
     */
    public List<PlaneScore> score(PlanePairs pairs, ScoreMonitor monitor) {
        List<PlanePosition> positions = pairs.positions();
        List<PlaneScore> scores = new ArrayList<>();
        SharedReference shared = new SharedReference(pairs, positions.size() > 1);
        try {
            for (PlanePosition position : positions) {
                PlaneScore score = score(pairs, position, shared, monitor, scores.size(), positions.size());
                scores.add(score);
                monitor.finished(score);
            }
        } finally {
            shared.close();
        }
        return scores;
    }

    private PlaneScore score(
            PlanePairs pairs,
            PlanePosition position,
            SharedReference shared,
            ScoreMonitor monitor,
            int done,
            int planes) {
        try {
            ScoredPair pair = shared.scorer(position)
                    .score(
                            pairs.distorted(position),
                            (doneCrops, crops) -> monitor.progress(done, planes, doneCrops, crops));
            if (planes == 1 && !pair.isScored()) {
                throw new ImageException(pair.error().orElseThrow());
            }
            return new PlaneScore(
                    position,
                    pairs.region(),
                    Optional.of(pair),
                    ScoreRow.of(pair, run).at(position, pairs.region()));
        } catch (ImageException e) {
            if (planes == 1) {
                throw e;
            }
            ScoreRow row =
                    ScoreRow.failed(pairs.reference().name(), pairs.distorted().name(), e.getMessage(), run);
            return new PlaneScore(position, pairs.region(), Optional.empty(), row.at(position, pairs.region()));
        }
    }

    /** The scorer of the latest reference plane. */
    private final class SharedReference {

        private final PlanePairs pairs;
        private final boolean manyPlanes;
        private PlanePosition current;
        private PairScorer scorer;

        SharedReference(PlanePairs pairs, boolean manyPlanes) {
            this.pairs = pairs;
            this.manyPlanes = manyPlanes;
        }

        PairScorer scorer(PlanePosition position) {
            PlanePosition wanted = pairs.referencePosition(position);
            if (!wanted.equals(current)) {
                close();
                scorer = new PairScorer(metrics, run.options(), pairs.reference(position), manyPlanes);
                current = wanted;
            }
            return scorer;
        }

        void close() {
            current = null;
            if (scorer != null) {
                scorer.close();
                scorer = null;
            }
        }
    }
}
