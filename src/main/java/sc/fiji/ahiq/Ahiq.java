/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.image.ij1.ImagePlusSource;
import sc.fiji.ahiq.scoring.PlanePairs;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.ScoringRun;
import sc.fiji.ahiq.scoring.StackScorer;
import sc.fiji.ahiq.scoring.batch.Batch;
import sc.fiji.ahiq.scoring.batch.BatchOptions;
import sc.fiji.ahiq.scoring.batch.BatchSummary;
import sc.fiji.ahiq.scoring.pairs.Manifest;

/**
 * Full-reference image quality, headless: scores distorted images against their reference, by AHIQ and other metrics.
 *
 * <pre>{@code
 * try (Ahiq ahiq = Ahiq.open()) {
 *     Score score = ahiq.score(Path.of("reference.png"), Path.of("distorted.png"));
 *     System.out.println(score.value());
 * }
 * }</pre>
 *
 * <p>Reference and distorted image show the same scene pixel by pixel, and have the same size. They are files, images
 * of ImageJ or any image of imglib2, such as a {@code Dataset}; {@link #image} makes one form of all, where the two
 * differ. Holds native memory until closed. Thread safe; calls wait for each other.
 *
 * <p>All methods throw an {@link sc.fiji.ahiq.base.error.AhiqException} for what the user can mend: an
 * {@code ImageException} for images that are not as they should be, a {@code ModelException} or an
 * {@code EngineException} where a model cannot be opened or run.
 */
public final class Ahiq implements AutoCloseable {

    private final ScoringRun run;

    Ahiq(ScoringOptions options) {
        this.run = ScoringRun.open(options);
    }

    /**
     * Opens the model that comes with the program, on a GPU if there is one, else on the CPU; takes seconds. Native
     * libraries are unpacked once, into the folder that the environment variable {@code AHIQ_CACHE} names, or else
     * {@code ~/.djl.ai}.
     */
    public static Ahiq open() {
        return builder().open();
    }

    /** For other models, metrics and options. */
    public static AhiqBuilder builder() {
        return new AhiqBuilder();
    }

    /** An image file; stacks are read plane by plane. */
    public static ImageSource image(Path file) {
        return ImageFiles.source(file);
    }

    /** An image of ImageJ. */
    public static ImageSource image(ImagePlus image) {
        return new ImagePlusSource(image);
    }

    /**
     * An image of imglib2, whose pixels are read when they are needed: a {@code Dataset} or {@code ImgPlus} with the
     * axes that it names, or a bare one of two dimensions, or of three where the third holds red, green and blue of 8
     * bits. Others are made by {@link ImageSource#of(String, RandomAccessibleInterval, String)}, which takes the axes.
     */
    public static ImageSource image(RandomAccessibleInterval<?> image) {
        return ImageSource.of(image);
    }

    /** Scores an image file of one plane. */
    public Score score(Path reference, Path distorted) {
        return score(image(reference), image(distorted));
    }

    /** Scores an image of one plane; a rectangle that is selected in the distorted image restricts scoring to it. */
    public Score score(ImagePlus reference, ImagePlus distorted) {
        return score(image(reference), image(distorted));
    }

    /** Scores an image of one plane; see {@link #image(RandomAccessibleInterval)}. */
    public Score score(RandomAccessibleInterval<?> reference, RandomAccessibleInterval<?> distorted) {
        return score(image(reference), image(distorted));
    }

    /**
     * Scores an image of one plane.
     *
     * @throws sc.fiji.ahiq.base.error.ImageException if it has more of them, or no metric can score it
     */
    public Score score(ImageSource reference, ImageSource distorted) {
        PlanePairs pairs = pairs(reference, distorted);
        pairs.requireSinglePlane();
        return score(pairs).get(0);
    }

    /**
     * Scores every slice and frame of an image, of one channel or RGB, against a reference of as many, or of one that
     * serves all. One that cannot be scored has a {@link Score#error}.
     */
    public List<Score> scoreStack(ImageSource reference, ImageSource distorted) {
        return score(pairs(reference, distorted));
    }

    private static PlanePairs pairs(ImageSource reference, ImageSource distorted) {
        return PlanePairs.of(reference, distorted, ChannelMode.RGB, Optional.empty());
    }

    private synchronized List<Score> score(PlanePairs pairs) {
        return new StackScorer(run)
                .score(pairs, Progress.NONE, plane -> {}).stream()
                        .map(plane -> new Score(plane, run.info()))
                        .toList();
    }

    /**
     * Scores the pairs of image files that a manifest lists into a results file, {@code *.csv} or {@code *.jsonl}, a
     * row each; those that cannot be scored have a row with the reason. A file that is there is gone on with.
     *
     * @param manifest CSV file with the columns {@code reference,distorted}; paths are relative to it
     */
    public synchronized BatchSummary batch(Path manifest, Path results) {
        BatchOptions options = BatchOptions.of(run.info().options()).resuming();
        return Batch.score(Manifest.read(manifest).pairs(), options, results, Progress.NONE);
    }

    @Override
    public synchronized void close() {
        run.close();
    }
}
