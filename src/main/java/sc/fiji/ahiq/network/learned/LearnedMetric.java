/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricFacts;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * A published learned metric by a model of it. Pixels are read from the images as they are needed; what the network
 * makes of a reference is kept for further distorted images, as far as memory is meant for it. Thread safe.
 */
public final class LearnedMetric implements Metric {

    private final LearnedModel model;
    private final MetricDescription description;

    /**
     * @param name of the metric, and of the column of its scores
     * @param model not closed by this metric
     */
    public LearnedMetric(String name, LearnedModel model) {
        this.model = model;
        this.description = describe(name, model.design());
    }

    /** What there is to know of it before its model is opened. */
    public static MetricDescription describe(String name, MetricDesign design) {
        MetricFacts facts = design.kind().facts();
        boolean weights = PatchLayout.hasWeightMap(design.kind());
        return new MetricDescription(
                name,
                facts.label(),
                facts.citation(),
                facts.lowerIsBetter() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER,
                facts.lowest(),
                Double.POSITIVE_INFINITY,
                true,
                PatchLayout.minimumSize(design),
                TiledComparison.hasMap(design.kind()) || weights,
                weights,
                design.kind().isNetwork());
    }

    /** What there is to know of all metrics that models hold. */
    public static Stream<MetricDescription> describe(ModelStore models) {
        return models.metrics().entrySet().stream()
                .map(model -> describe(model.getKey(), (MetricDesign)
                        ModelFolder.readCard(model.getValue()).design()));
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    @Override
    public Map<String, Object> provenance() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("model", model.card().name());
        cells.put("weights_sha256", model.weightsSha256());
        cells.put("device", model.network().device());
        cells.put("precision", model.options().precision().toString());
        return cells;
    }

    @Override
    public List<String> fingerprint() {
        return List.of(model.design().kind().key(), model.design().variant());
    }

    @Override
    public long heapBytesPerPixel() {
        return 16;
    }

    @Override
    public Prepared prepare(Reference reference) {
        description.requireLarge(reference.plane());
        Prepared comparison =
                switch (model.design().kind()) {
                    case PIEAPP, WADIQAM_FR, IQT_PIPAL, IQT_LIVE, TOPIQ_FR ->
                        new PatchComparison(model, PatchLayout.of(model.design()), reference);
                    case DISTS -> new DistsComparison(model, reference);
                    default -> new LpipsComparison(model, reference);
                };
        return new Checked(comparison);
    }

    /** Refuses scores that are not finite. */
    private final class Checked implements Prepared {

        private final Prepared comparison;

        Checked(Prepared comparison) {
            this.comparison = comparison;
        }

        @Override
        public MetricResult compare(Distorted distorted, Progress progress) {
            MetricResult result = comparison.compare(distorted, progress);
            if (!Double.isFinite(result.score())) {
                throw new EngineException("The score of " + description.name() + " is " + result.score() + " on "
                        + model.network().device()
                        + ". Either its weights are not finite, or values are too large for the precision: use --precision"
                        + " float32, or get the model again.");
            }
            return result;
        }

        @Override
        public void close() {
            comparison.close();
        }
    }
}
