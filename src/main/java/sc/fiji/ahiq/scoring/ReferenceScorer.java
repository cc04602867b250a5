/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;

/**
 * Scores distorted images against one reference by all metrics of a run, each by itself; see {@link MetricSelection}.
 * Each metric prepares the reference once, when it is first compared. Holds native memory until closed. Thread safe.
 */
public final class ReferenceScorer implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String name;
    private final boolean keepsMaps;
    private final Once<Reference> reference;
    private final Map<String, Once<Prepared>> prepared = new LinkedHashMap<>();

    /**
     * @param reference not asked for until the first image is scored; if it throws, every image fails for that reason
     */
    ReferenceScorer(
            List<Metric> metrics,
            boolean keepsMaps,
            Supplier<Reference> reference,
            String name,
            boolean comparedOften) {
        this.name = name;
        this.keepsMaps = keepsMaps;
        this.reference = new Once<>(() -> comparedOften ? reference.get().comparedOften() : reference.get());
        for (Metric metric : metrics) {
            prepared.put(metric.description().name(), new Once<>(() -> metric.prepare(this.reference.get())));
        }
    }

    /**
     * Scores one distorted image. Metrics that cannot score it tell why in the result.
     *
     * @param progress counts crops and other metrics
     * @throws ImageException if no metric can, because the images do not belong together or have pixels that are not
     *     finite
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails, or gives a score that is not finite
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public PairScore score(ImagePlane image, Progress progress) {
        long start = System.nanoTime();
        Distorted distorted = reference.get().distorted(image);
        Map<String, MetricResult> results = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        Steps steps = new Steps(progress, prepared.size());
        prepared.forEach((metric, once) -> {
            try {
                MetricResult result = once.get().compare(distorted, steps);
                results.put(metric, keepsMaps ? result : result.withoutMaps());
            } catch (ImageException e) {
                errors.put(metric, e.getMessage());
            }
            steps.finishMetric();
        });
        return new PairScore(
                name,
                image.name(),
                results,
                errors,
                reference.get().range(),
                (System.nanoTime() - start) / NANOS_PER_SECOND);
    }

    @Override
    public void close() {
        prepared.values().forEach(once -> once.ifPresent(Prepared::close));
    }

    /** The steps of all metrics as one: crops, and each metric without crops as one step. */
    private static final class Steps implements Progress {

        private final Progress progress;
        private int metricsLeft;
        private long before;
        private long current = 1;
        private long told = -1;

        Steps(Progress progress, int metrics) {
            this.progress = progress;
            this.metricsLeft = metrics;
        }

        @Override
        public void update(long done, long total) {
            current = total;
            tell(before + done, before + total + metricsLeft - 1);
        }

        private void tell(long done, long total) {
            if (done != told) {
                told = done;
                progress.update(done, total);
            }
        }

        void finishMetric() {
            before += current;
            current = 1;
            metricsLeft--;
            tell(before, before + metricsLeft);
        }
    }
}
