/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.metric.SteppedMetric;

/**
 * A model of the AHIQ family that compares whole images, without crops: of 1 x 1 pixels or more. Higher is better, from
 * 0 to 1; an image with itself scores exactly 1, and nothing scores more. Maps: scores and weights of patches, at full
 * size, without seams. The score is not the mean of the score map, but exp(-D) with D the weighted mean of -ln of it. A
 * reference is encoded once, when it is first compared; what is kept of it holds native memory until it is closed.
 * Thread safe.
 */
public final class WholeImageMetric implements SteppedMetric {

    private final OpenModel model;
    private final DifferenceNetwork network;
    private final MetricDescription description;

    /**
     * @param name {@value AhiqMetric#NAME}, perhaps followed by a colon and a name of the model
     * @param model whose network is a {@link DifferenceNetwork}; not closed by this metric
     */
    public WholeImageMetric(String name, OpenModel model) {
        this.model = model;
        this.network = (DifferenceNetwork) model.network();
        MetricDescription any = AhiqMetric.describe(name, 1);
        this.description = new MetricDescription(
                any.name(), any.label(), model.card().citation(), any.direction(), 0, 1, true, 1, true, true);
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    @Override
    public Map<String, Object> provenance() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("crop_plan", "whole");
        cells.put("model", model.card().name());
        cells.put("weights_sha256", model.weightsSha256());
        cells.put("device", network.device());
        cells.put("precision", model.options().precision().toString());
        return cells;
    }

    @Override
    public long heapBytesPerPixel() {
        return 0;
    }

    @Override
    public InSteps<?> prepare(Reference reference) {
        ImagePlane plane = reference.plane();
        ReferenceTiles tiles = network.reference(
                source(reference.scaled()),
                Math.toIntExact(plane.width()),
                Math.toIntExact(plane.height()),
                reference.isComparedOften());
        return new EncodedReference(tiles);
    }

    private static PixelSource source(ScaledPlane image) {
        return (left, top, width, height, target) -> image.readBox(left, top, width, height, target, 0);
    }

    private final class EncodedReference implements InSteps<TileOutput> {

        private final ReferenceTiles tiles;

        EncodedReference(ReferenceTiles tiles) {
            this.tiles = tiles;
        }

        @Override
        public int steps() {
            return tiles.count();
        }

        @Override
        public int stepsAtOnce() {
            return network.batch();
        }

        @Override
        public List<TileOutput> compare(Distorted distorted, int from, int to, Progress progress) {
            return network.compare(tiles, source(distorted.scaled()), from, to, progress);
        }

        @Override
        public MetricResult join(Distorted distorted, List<TileOutput> outputs) {
            CellMaps maps = network.join(tiles, outputs);
            return MetricResult.of(maps.score(), maps.patches());
        }

        @Override
        public void close() {
            tiles.close();
        }
    }
}
