/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Awaited;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.WebAddress;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoreRow;
import sc.fiji.ahiq.scoring.ScoringRun;

/**
 * Scores pairs side by side, as many as there are threads for and as fit into the heap; outcomes come in the order of
 * the pairs. Small images would leave most of a computer idle otherwise. Calls from one thread.
 */
final class ScoringThreads implements AutoCloseable {

    /** The part of the heap for pairs that are scored at the same time. */
    private static final int HEAP_PART = 4;

    private final ScoringRun run;
    private final Progress progress;
    private final ScoringCapacity capacity;
    private final PairComparison comparison;
    private final ExecutorService threads;
    private final Deque<Submission> submissions = new ArrayDeque<>();
    private Path reference;
    private ReferenceScorer scorer;

    /** @param scorer null if none is needed */
    private record Submission(Future<PairOutcome> outcome, ReferenceScorer scorer, int atOnce) {}

    /** @param progress told between the calls of the engine, from several threads; stops the scoring by throwing */
    ScoringThreads(ScoringRun run, Progress progress, ScoringCapacity capacity, PairComparison comparison) {
        this.run = run;
        this.progress = progress;
        this.capacity = capacity;
        this.comparison = comparison;
        this.threads = Executors.newFixedThreadPool(capacity.threads(), task -> new Thread(task, "AHIQ scorer"));
    }

    /** As many pairs like this as fit, but at least one. */
    private int atOnce(LoadedPair pair) {
        if (pair.reference() == null) {
            return capacity.threads();
        }
        long fitting = capacity.heapBytes() / HEAP_PART / run.heapBytes(pair.reference());
        return (int) Math.max(1, Math.min(capacity.threads(), fitting));
    }

    /** Whether a pair can be submitted; if not, an outcome has to be taken first. */
    boolean hasRoomFor(LoadedPair pair) {
        return submissions.size() < atOnce(pair);
    }

    /** @param more whether the next pair has the same reference */
    void submit(LoadedPair pair, boolean more) {
        ReferenceScorer own = pair.reference() == null ? null : scorer(pair, more);
        Future<PairOutcome> outcome = own == null
                ? CompletableFuture.completedFuture(unscored(pair))
                : threads.submit(() -> score(pair, own));
        submissions.add(new Submission(outcome, own, atOnce(pair)));
    }

    private ReferenceScorer scorer(LoadedPair pair, boolean more) {
        if (!pair.entry().reference().equals(reference)) {
            ReferenceScorer former = scorer;
            reference = pair.entry().reference();
            scorer = run.scorer(pair.reference(), more);
            closeUnused(former);
        }
        return scorer;
    }

    private PairOutcome score(LoadedPair pair, ReferenceScorer own) {
        try {
            PairScore scored = comparison.score(own, pair.distorted(), (done, total) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancelledException();
                }
                progress.update(done, total);
            });
            return outcome(pair, ScoreRow.of(scored, run.info()), Optional.of(scored));
        } catch (ImageException | UsageException e) {
            return failure(pair, e.getMessage());
        }
    }

    private PairOutcome unscored(LoadedPair pair) {
        return pair.isDone() ? outcome(pair, null, Optional.empty()) : failure(pair, pair.error());
    }

    private PairOutcome failure(LoadedPair pair, String error) {
        String reference = WebAddress.written(pair.entry().pair().reference());
        String distorted = WebAddress.written(pair.entry().pair().distorted());
        ScoreRow row = ScoreRow.failed(reference, distorted, error, run.info());
        return outcome(pair, row, Optional.empty());
    }

    private static PairOutcome outcome(LoadedPair pair, ScoreRow row, Optional<PairScore> scored) {
        List<ImageNote> notes = Stream.of(pair.reference(), pair.distorted())
                .filter(Objects::nonNull)
                .flatMap(image -> image.notes().stream().map(note -> new ImageNote(image.name(), note)))
                .toList();
        return new PairOutcome(pair.entry(), pair.key(), row, scored, notes);
    }

    /** Whether an outcome should be taken before another pair is loaded. */
    boolean isFull() {
        int atOnce = submissions.stream().mapToInt(Submission::atOnce).min().orElse(capacity.threads());
        return submissions.size() >= atOnce
                || !isEmpty() && submissions.element().outcome().isDone();
    }

    boolean isEmpty() {
        return submissions.isEmpty();
    }

    /**
     * Waits for the outcome of the first pair that is left.
     *
     * @throws CancelledException if the thread is interrupted, or {@code progress} stopped the scoring
     * @throws sc.fiji.ahiq.base.error.AhiqException if scoring failed for a reason that is not of this pair alone
     */
    PairOutcome take() {
        Submission first = submissions.element();
        PairOutcome outcome = Awaited.result(first.outcome());
        submissions.remove();
        closeUnused(first.scorer());
        return outcome;
    }

    /** Pairs of one reference follow each other: none is to come once there is another scorer. */
    private void closeUnused(ReferenceScorer former) {
        boolean used = former == scorer || submissions.stream().anyMatch(other -> other.scorer() == former);
        if (former != null && !used) {
            former.close();
        }
    }

    /** Stops what still runs before its next call of the engine. */
    @Override
    public void close() {
        threads.shutdownNow();
        Awaited.end(threads);
        Set<ReferenceScorer> scorers = new HashSet<>();
        scorers.add(scorer);
        submissions.forEach(submission -> scorers.add(submission.scorer()));
        scorers.remove(null);
        scorers.forEach(ReferenceScorer::close);
    }
}
