/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.FeatureNetwork;
import sc.fiji.ahiq.network.inference.FeatureOutput;
import sc.fiji.ahiq.network.inference.FeatureReference;
import sc.fiji.ahiq.network.inference.FeatureWindow;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.Pixels;

/**
 * Compares patches at the same places of both images, some at a time. The score is the mean of theirs, weighted if the
 * network tells weights.
 */
final class PatchComparison implements Prepared {

    private final FeatureNetwork network;
    private final boolean mapped;
    private final ScaledPlane reference;
    private final FeatureReference features;
    private final List<Crop> patches;
    private final int width;
    private final int height;
    private final int size;

    PatchComparison(LearnedModel model, PatchLayout layout, Reference reference) {
        this.network = model.network();
        this.mapped = PatchLayout.hasWeightMap(model.design().kind());
        this.reference = reference.scaled();
        this.width = Math.toIntExact(reference.plane().width());
        this.height = Math.toIntExact(reference.plane().height());
        this.size = layout.size();
        this.patches = layout.patches(width, height);
        this.features = network.reference(reference.isComparedOften());
    }

    @Override
    public MetricResult compare(Distorted distorted, Progress progress) {
        List<Float> scores = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        while (scores.size() < patches.size()) {
            progress.update(scores.size(), patches.size());
            List<FeatureOutput> outputs = compareSome(scores.size(), distorted.scaled());
            add(outputs.get(0), scores);
            if (outputs.size() > 1) {
                add(outputs.get(1), weights);
            } else {
                weights.addAll(Collections.nCopies(outputs.get(0).values().length, 1f));
            }
        }
        progress.update(patches.size(), patches.size());
        return result(scores, weights);
    }

    private static void add(FeatureOutput output, List<Float> target) {
        for (float value : output.values()) {
            target.add(value);
        }
    }

    private List<FeatureOutput> compareSome(int start, ScaledPlane image) {
        while (true) {
            int limit = network.limit();
            int count = Math.min(limit, patches.size() - start);
            try {
                return network.compare(features, new Batch(start, count, image), limit);
            } catch (OutOfNativeMemoryException e) {
                if (network.limit() >= limit) {
                    throw network.tooSmall(e);
                }
            }
        }
    }

    private MetricResult result(List<Float> scores, List<Float> weights) {
        double sum = 0;
        double weightSum = 0;
        for (int i = 0; i < scores.size(); i++) {
            sum += (double) scores.get(i) * weights.get(i);
            weightSum += weights.get(i);
        }
        return MetricResult.of(sum / weightSum, mapped ? maps(scores, weights) : List.of());
    }

    private List<QualityMap> maps(List<Float> scores, List<Float> weights) {
        return QualityMap.of(PatchMaps.ofCrops(width, height, size, 0, patches, oneEach(scores), oneEach(weights)));
    }

    private static float[][] oneEach(List<Float> values) {
        return values.stream().map(value -> new float[] {value}).toArray(float[][]::new);
    }

    @Override
    public void close() {
        features.close();
    }

    private final class Batch implements FeatureNetwork.Part {

        private final int start;
        private final int count;
        private final ScaledPlane image;

        Batch(int start, int count, ScaledPlane image) {
            this.start = start;
            this.count = count;
            this.image = image;
        }

        @Override
        public int key() {
            return start;
        }

        @Override
        public int units() {
            return count;
        }

        @Override
        public Pixels reference() {
            return read(reference);
        }

        @Override
        public Pixels distorted() {
            return read(image);
        }

        private Pixels read(ScaledPlane source) {
            int rows = size == 0 ? height : size;
            int columns = size == 0 ? width : size;
            int each = 3 * rows * columns;
            float[] values = new float[Math.multiplyExact(count, each)];
            for (int i = 0; i < count; i++) {
                Crop patch = patches.get(start + i);
                source.readBox(patch.left(), patch.top(), columns, rows, values, i * each);
            }
            return new Pixels(values, count, rows, columns);
        }

        @Override
        public List<FeatureWindow> core() {
            return List.of();
        }
    }
}
