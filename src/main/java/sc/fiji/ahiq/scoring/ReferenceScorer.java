/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.metric.SteppedMetric;
import sc.fiji.ahiq.metric.SteppedMetric.InSteps;

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
    private final Set<String> stepped = new HashSet<>();

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
            if (metric instanceof SteppedMetric) {
                stepped.add(metric.description().name());
            }
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
        return score(image, prepared.keySet(), progress);
    }

    /** The same by some of the metrics. */
    public PairScore score(ImagePlane image, Set<String> metrics, Progress progress) {
        return score(image, metrics, progress, (metric, distorted, steps) -> prepared.get(metric)
                .get()
                .compare(distorted, steps));
    }

    /**
     * Parts of the work on a distorted image that can be done apart: of metrics that compare in steps, as many as
     * {@code pieces} or fewer, and one of each other metric. Computes nothing yet.
     *
     * @throws ImageException if the images do not belong together, or a metric cannot score them
     */
    public List<PairShare> shares(ImagePlane image, int pieces) {
        reference.get().distorted(image);
        return prepared.entrySet().stream()
                .flatMap(metric -> stepped.contains(metric.getKey())
                        ? shares(metric.getKey(), (InSteps<?>) metric.getValue().get(), pieces)
                        : Stream.of(PairShare.whole(metric.getKey())))
                .toList();
    }

    private static Stream<PairShare> shares(String metric, InSteps<?> steps, int pieces) {
        return PairShare.of(metric, steps.steps(), steps.stepsAtOnce(), pieces).stream();
    }

    /**
     * Does a part of the work on a distorted image, which is one of steps.
     *
     * @throws ImageException if a piece of an image cannot be read
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public ShareResult compare(ImagePlane image, PairShare share, Progress progress) {
        InSteps<?> steps = (InSteps<?>) prepared.get(share.metric()).get();
        Distorted distorted = reference.get().distorted(image);
        return ShareResult.of(share, new ArrayList<>(steps.compare(distorted, share.from(), share.to(), progress)));
    }

    /**
     * The same as {@link #score(ImagePlane, Progress)}, of work that was done in parts; but for maps of metrics that
     * did theirs in one.
     *
     * @param results of all parts
     */
    public PairScore join(ImagePlane image, List<ShareResult> results) {
        Map<String, List<ShareResult>> ofMetrics = results.stream()
                .sorted(Comparator.comparingInt(result -> result.share().from()))
                .collect(Collectors.groupingBy(result -> result.share().metric()));
        return score(
                image,
                prepared.keySet(),
                Progress.NONE,
                (metric, distorted, steps) -> join(metric, distorted, ofMetrics.get(metric)));
    }

    private MetricResult join(String metric, Distorted distorted, List<ShareResult> results) {
        for (ShareResult result : results) {
            if (result.error() != null) {
                throw new ImageException(result.error());
            }
        }
        ShareResult first = results.get(0);
        if (first.share().isWhole()) {
            return MetricResult.of(first.score());
        }
        List<Serializable> steps =
                results.stream().flatMap(result -> result.steps().stream()).toList();
        return join((InSteps<?>) prepared.get(metric).get(), distorted, steps);
    }

    @SuppressWarnings("unchecked") // they were found by the same metric
    private static <S extends Serializable> MetricResult join(
            InSteps<S> metric, Distorted distorted, List<? extends Serializable> steps) {
        return metric.join(distorted, (List<S>) steps);
    }

    /** How a metric comes to its result. */
    @FunctionalInterface
    private interface Comparison {
        MetricResult compare(String metric, Distorted distorted, Progress progress);
    }

    private PairScore score(ImagePlane image, Set<String> metrics, Progress progress, Comparison comparison) {
        long start = System.nanoTime();
        Distorted distorted = reference.get().distorted(image);
        Map<String, MetricResult> results = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        Steps steps = new Steps(progress, metrics.size());
        metrics.forEach(metric -> {
            try {
                MetricResult result = comparison.compare(metric, distorted, steps);
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
