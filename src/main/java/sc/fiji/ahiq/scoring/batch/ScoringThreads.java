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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Scores pairs side by side, as many as there are processors, up to four, and as fit into the heap; outcomes come in
 * the order of the pairs. Small images would leave most of a computer idle otherwise. Calls from one thread.
 */
final class ScoringThreads implements AutoCloseable {

    private static final int MAX_THREADS = 4;

    /** The part of the heap for pairs that are scored at the same time. */
    private static final int HEAP_PART = 4;

    private final ScoringRun run;
    private final Progress progress;
    private final long heapBytes;
    private final int threadCount;
    private final ExecutorService threads;
    private final Deque<Submission> submissions = new ArrayDeque<>();
    private Path reference;
    private ReferenceScorer scorer;

    /**
     * @param key null if the images cannot be read
     * @param row null if the pair was done before
     * @param scored empty if no metric could
     */
    record Outcome(BatchPlan.Entry entry, String key, ScoreRow row, Optional<PairScore> scored) {

        boolean isDone() {
            return row == null;
        }
    }

    /** @param scorer null if none is needed */
    private record Submission(Future<Outcome> outcome, ReferenceScorer scorer, int atOnce) {}

    /** @param progress told between the calls of the engine, from several threads; stops the scoring by throwing */
    ScoringThreads(ScoringRun run, Progress progress) {
        this(
                run,
                progress,
                Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()),
                Runtime.getRuntime().maxMemory());
    }

    ScoringThreads(ScoringRun run, Progress progress, int threadCount, long heapBytes) {
        this.run = run;
        this.progress = progress;
        this.heapBytes = heapBytes;
        this.threadCount = threadCount;
        this.threads = Executors.newFixedThreadPool(threadCount, task -> new Thread(task, "AHIQ scorer"));
    }

    /** As many pairs like this as fit, but at least one. */
    private int atOnce(LoadedPair pair) {
        if (pair.reference() == null) {
            return threadCount;
        }
        long fitting = heapBytes / HEAP_PART / run.heapBytes(pair.reference());
        return (int) Math.max(1, Math.min(threadCount, fitting));
    }

    /** Whether a pair can be submitted; if not, an outcome has to be taken first. */
    boolean hasRoomFor(LoadedPair pair) {
        return submissions.size() < atOnce(pair);
    }

    /** @param more whether the next pair has the same reference */
    void submit(LoadedPair pair, boolean more) {
        ReferenceScorer own = pair.reference() == null ? null : scorer(pair, more);
        Future<Outcome> outcome = own == null
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

    private Outcome score(LoadedPair pair, ReferenceScorer own) {
        try {
            PairScore scored = own.score(pair.distorted(), (done, total) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancelledException();
                }
                progress.update(done, total);
            });
            return new Outcome(pair.entry(), pair.key(), ScoreRow.of(scored, run.info()), Optional.of(scored));
        } catch (ImageException | UsageException e) {
            return failure(pair, e.getMessage());
        }
    }

    private Outcome unscored(LoadedPair pair) {
        return pair.isDone()
                ? new Outcome(pair.entry(), pair.key(), null, Optional.empty())
                : failure(pair, pair.error());
    }

    private Outcome failure(LoadedPair pair, String error) {
        String reference = WebAddress.written(pair.entry().pair().reference());
        String distorted = WebAddress.written(pair.entry().pair().distorted());
        ScoreRow row = ScoreRow.failed(reference, distorted, error, run.info());
        return new Outcome(pair.entry(), pair.key(), row, Optional.empty());
    }

    /** Whether an outcome should be taken before another pair is loaded. */
    boolean isFull() {
        int atOnce = submissions.stream().mapToInt(Submission::atOnce).min().orElse(threadCount);
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
    Outcome take() {
        Submission first = submissions.element();
        Outcome outcome = Awaited.result(first.outcome());
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
