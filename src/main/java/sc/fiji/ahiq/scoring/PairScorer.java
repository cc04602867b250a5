/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePair;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.metric.FullReferenceMetric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.network.inference.Network;

/**
 * Scores distorted images against one reference by all metrics of a run, each by itself; see {@link MetricSelection}. Metrics
 * besides AHIQ look at copies of whole images, 8 bytes for a sample. Holds native memory until closed. Thread safe.
 */
public final class PairScorer implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final OpenMetrics metrics;
    private final ScoringOptions options;
    private final ImagePlane reference;
    private final boolean manyComparisons;
    private ReferenceScorer ahiq;

    /**
     * @param metrics not closed by this scorer
     * @param manyComparisons whether more than one distorted image is to come
     */
    public PairScorer(OpenMetrics metrics, ScoringOptions options, ImagePlane reference, boolean manyComparisons) {
        this.metrics = metrics;
        this.options = options;
        this.reference = reference;
        this.manyComparisons = manyComparisons;
    }

    /**
     * Scores one distorted image. Metrics that cannot score it tell why in the result.
     *
     * @param progress counts crops and other metrics
     * @throws ImageException if no metric can, because the images do not belong together or have pixels that are not finite
     * @throws sc.fiji.ahiq.base.error.EngineException if the engine fails, or gives a score that is not finite
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public ScoredPair score(ImagePlane distorted, Progress progress) {
        long start = System.nanoTime();
        ImagePair pair = ImagePair.of(reference, distorted, options.range());
        Outcome outcome = new Outcome(progress);
        metrics.network().ifPresent(network -> outcome.ahiq(network, pair));
        if (!metrics.others().isEmpty()) {
            outcome.others(PlanarImage.of(pair.reference()), PlanarImage.of(pair.distorted()));
        }
        return new ScoredPair(
                reference.name(),
                distorted.name(),
                outcome.ahiqScore,
                outcome.scores,
                outcome.maps,
                pair.range(),
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                outcome.error());
    }

    private synchronized ReferenceScorer scorer(Network network) {
        if (ahiq == null) {
            ahiq = new ReferenceScorer(network, options, reference, manyComparisons);
        }
        return ahiq;
    }

    @Override
    public synchronized void close() {
        if (ahiq != null) {
            ahiq.close();
        }
    }

    /** What was found of a pair so far. */
    private final class Outcome {

        private final Progress progress;
        private final Map<String, Double> scores = new LinkedHashMap<>();
        private final Map<String, QualityMap> maps = new LinkedHashMap<>();
        private final Map<String, String> errors = new LinkedHashMap<>();
        private Optional<PairScore> ahiqScore = Optional.empty();
        private int crops;

        Outcome(Progress progress) {
            this.progress = progress;
        }

        void ahiq(Network network, ImagePair pair) {
            int others = metrics.others().size();
            ahiqScore = attempt(MetricSelection.AHIQ, () -> scorer(network).score(pair, (done, all) -> {
                crops = all;
                progress.update(done, all + others);
            }));
        }

        void others(PlanarImage expected, PlanarImage found) {
            List<FullReferenceMetric> others = metrics.others();
            for (int i = 0; i < others.size(); i++) {
                progress.update(crops + i, crops + others.size());
                FullReferenceMetric metric = others.get(i);
                String name = metric.description().name();
                attempt(name, () -> scored(metric, expected, found)).ifPresent(result -> add(name, result));
            }
            progress.update(crops + others.size(), crops + others.size());
        }

        private static MetricResult scored(FullReferenceMetric metric, PlanarImage expected, PlanarImage found) {
            MetricResult result = metric.score(expected, found);
            if (Double.isNaN(result.score())) {
                throw new ImageException(metric.description().label()
                        + " is not defined for this pair: its score is NaN. Choose another metric.");
            }
            return result;
        }

        private void add(String name, MetricResult result) {
            scores.put(name, result.score());
            if (options.metrics().keepsMaps()) {
                result.map().ifPresent(map -> maps.put(name, QualityMap.of(map)));
            }
        }

        private <T> Optional<T> attempt(String name, Supplier<T> scoring) {
            try {
                return Optional.of(scoring.get());
            } catch (ImageException e) {
                errors.put(name, e.getMessage());
                return Optional.empty();
            }
        }

        /** Messages, each after the name of its metric unless there is but one metric. */
        Optional<String> error() {
            if (errors.isEmpty()) {
                return Optional.empty();
            }
            if (options.metrics().names().size() == 1) {
                return Optional.of(errors.values().iterator().next());
            }
            List<String> messages = new ArrayList<>();
            errors.forEach((name, message) -> messages.add(name + ": " + message));
            return Optional.of(String.join(" ", messages));
        }
    }
}
