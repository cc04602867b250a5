/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.List;
import java.util.function.Supplier;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.OpenModels;
import sc.fiji.ahiq.network.inference.OpenModel;

/**
 * An open run: the metrics of the options, ready to score, with the models and the engine that they need. Closing it
 * frees what was opened for it. Thread safe.
 */
public final class ScoringRun implements AutoCloseable {

    /** What prepared references may take, those of the heaviest metrics by estimate. */
    private static final long KEPT_BYTES_PER_PIXEL = 32;

    private final ScoringOptions options;
    private final MetricOpening opening;
    private final List<Metric> metrics;
    private final RunInfo info;

    private ScoringRun(ScoringOptions options, MetricOpening opening) {
        this.options = options;
        this.opening = opening;
        this.metrics = options.metrics().open(opening);
        this.info = RunInfo.of(metrics, options);
    }

    /** Opens a run with models of its own; see {@link #open(ScoringOptions, OpenModels)}. */
    public static ScoringRun open(ScoringOptions options) {
        return open(options, new OpenModels(0));
    }

    /**
     * Opens models, scripts and engine as far as the metrics need them; that takes seconds.
     *
     * @param models that may be open already
     * @throws sc.fiji.ahiq.base.error.ModelException if a model or script cannot be opened
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails or the device is not there
     * @throws sc.fiji.ahiq.base.error.UsageException if the crop plan suits no image at all
     */
    public static ScoringRun open(ScoringOptions options, OpenModels models) {
        MetricOpening opening = new MetricOpening(options, models);
        try {
            return new ScoringRun(options, opening);
        } catch (RuntimeException e) {
            opening.close();
            throw e;
        }
    }

    /** What all rows of the run have in common. */
    public RunInfo info() {
        return info;
    }

    /** The models that its metrics run. */
    public List<OpenModel> models() {
        return opening.models();
    }

    /** Sentences on options that some metric of the run does not follow. */
    public List<String> notes() {
        return opening.notes();
    }

    /** @param comparedOften whether more than one distorted image is to come */
    public ReferenceScorer scorer(ImagePlane reference, boolean comparedOften) {
        return scorer(() -> Reference.of(reference, options.range()), reference.name(), comparedOften);
    }

    /** For one image without a reference; only for runs whose metrics need none. */
    public ReferenceScorer scorerWithoutReference(ImagePlane image) {
        return scorer(() -> Reference.of(image, options.range()), "", false);
    }

    ReferenceScorer scorer(Supplier<Reference> reference, String name, boolean comparedOften) {
        return new ReferenceScorer(metrics, options.maps(), reference, name, comparedOften);
    }

    /** An estimate of the heap in bytes that a pair takes while it is scored, both images included. */
    public long heapBytes(ImagePlane reference) {
        long pixels = reference.width() * reference.height();
        long most = metrics.stream().mapToLong(Metric::heapBytesPerPixel).max().orElse(0);
        long heavy = metrics.stream()
                .filter(metric -> metric.heapBytesPerPixel() > 0)
                .count();
        return 2 * reference.sizeBytes() + pixels * (most + (heavy > 1 ? KEPT_BYTES_PER_PIXEL * (heavy - 1) : 0));
    }

    /** How many crops of references went through its networks since these were opened. */
    public long encodedReferenceCrops() {
        return models().stream()
                .mapToLong(model -> model.network().encodedCrops())
                .sum();
    }

    @Override
    public void close() {
        opening.close();
    }
}
