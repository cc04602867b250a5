/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoringRun;

/** Scores pairs on this machine: images are read ahead, pairs scored side by side. */
public final class PairScoring {

    private final ScoringRun run;
    private final ScoringCapacity capacity;
    private final Consumer<PlannedPair> arrival;
    private final PairComparison comparison;

    public PairScoring(ScoringRun run, ScoringCapacity capacity) {
        this(run, capacity, pair -> {}, ReferenceScorer::score);
    }

    /**
     * For images that lie elsewhere.
     *
     * @param arrival called before the images of a pair are read, by several threads: brings the files that are to be
     *     scored; what it throws but for {@link sc.fiji.ahiq.base.error.ImageException} ends the scoring
     */
    public PairScoring(
            ScoringRun run, ScoringCapacity capacity, Consumer<PlannedPair> arrival, PairComparison comparison) {
        this.run = run;
        this.capacity = capacity;
        this.arrival = arrival;
        this.comparison = comparison;
    }

    /**
     * Scores pairs.
     *
     * @param pairs those of one reference follow each other
     * @param done tells by its key which pair need not be scored; asked by several threads
     * @param progress told between the calls of the engine, from several threads; stops the scoring by throwing
     * @param outcomes receives that of each pair, in order, on the calling thread
     */
    public void score(
            List<PlannedPair> pairs,
            PairKeys keys,
            BiPredicate<PlannedPair, String> done,
            Progress progress,
            Consumer<PairOutcome> outcomes) {
        try (ReadAhead loader = new ReadAhead(pairs, keys::of, done, arrival, capacity);
                ScoringThreads threads = new ScoringThreads(run, progress, capacity, comparison)) {
            for (int i = 0; i < pairs.size(); i++) {
                LoadedPair pair = loader.next();
                while (!threads.hasRoomFor(pair)) {
                    outcomes.accept(threads.take());
                }
                threads.submit(pair, i + 1 < pairs.size() && isSameReference(pairs.get(i), pairs.get(i + 1)));
                while (threads.isFull()) {
                    outcomes.accept(threads.take());
                }
            }
            while (!threads.isEmpty()) {
                outcomes.accept(threads.take());
            }
        }
    }

    private static boolean isSameReference(PlannedPair pair, PlannedPair next) {
        return pair.reference().equals(next.reference());
    }
}
