/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.TaskContext;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.scoring.ReferenceScorer;
import sc.fiji.ahiq.scoring.ScoringRequest;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.batch.PairComparison;
import sc.fiji.ahiq.scoring.batch.PairScoring;
import sc.fiji.ahiq.scoring.batch.PlannedPair;

/** A part in the hands of a task: its images, and the run that the task shares with others. */
final class PartInWork implements AutoCloseable {

    private final TaskContext task = TaskContext.get();
    private final PairPart part;
    private final ExecutorRun shared;
    private final StagedImages images;

    PartInWork(PairPart part, ScoringRequest request) {
        this.part = part;
        ExecutorRun.enter();
        try {
            this.shared = TaskSettings.open(request, task);
            this.images = new StagedImages(part);
        } catch (RuntimeException | Error e) {
            ExecutorRun.leave();
            throw e;
        }
    }

    PairPart part() {
        return part;
    }

    ScoringRun run() {
        return shared.run();
    }

    StagedImages images() {
        return images;
    }

    List<PlannedPair> staged() {
        return part.pairs().stream().map(images::staged).toList();
    }

    PairScoring scoring(PairComparison comparison) {
        return new PairScoring(run(), TaskSettings.capacity(task), images::bring, comparison);
    }

    /**
     * What is made of the images of the only pair.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if they cannot be read
     */
    <T> T ofPair(BiFunction<ReferenceScorer, ImagePlane, T> making) {
        PlannedPair pair = bringPair();
        try (ReferenceScorer scorer = run().scorer(ImageFiles.open(pair.pair().reference()), false)) {
            return making.apply(scorer, ImageFiles.open(pair.pair().distorted()));
        }
    }

    /** The only pair, with the paths of its images here. */
    PlannedPair bringPair() {
        PlannedPair pair = images.staged(part.pairs().get(0));
        images.bring(pair);
        return pair;
    }

    /** Progress of the task: stops it if it was killed. */
    void stopIfKilled(long done, long total) {
        if (task.isInterrupted() || ExecutorRun.isClosing()) {
            throw new CancelledException();
        }
    }

    /** Crops of references that this process encoded since that was told last. */
    long takeEncodedReferenceCrops() {
        return shared.takeEncodedReferenceCrops();
    }

    @Override
    public void close() {
        try {
            images.close();
        } finally {
            ExecutorRun.leave();
        }
    }
}
