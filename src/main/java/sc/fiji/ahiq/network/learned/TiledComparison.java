/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Distorted;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.FeatureNetwork;
import sc.fiji.ahiq.network.inference.FeatureOutput;
import sc.fiji.ahiq.network.inference.FeatureReference;
import sc.fiji.ahiq.network.inference.FeatureWindow;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.Pixels;

/**
 * Compares whole images by the features of a network, tile by tile where they are large; the result does not depend on
 * the tiles but for rounding. If memory does not suffice, it starts again with smaller tiles.
 */
abstract class TiledComparison implements Prepared {

    /** Pixels of a unit. */
    private static final int UNIT = 1024;

    /** Units of the largest tile: 2048 x 2048 pixels. */
    private static final int MOST_UNITS = 4096;

    private final FeatureNetwork network;
    private final TapLayout layout;
    private final ScaledPlane reference;
    private final FeatureReference features;
    private ScaledPlane expected;

    TiledComparison(LearnedModel model, Reference reference) {
        this.network = model.network();
        this.layout = TapLayout.of(model.design().kind());
        this.reference = reference.scaled();
        this.features = network.reference(reference.isComparedOften());
    }

    /** What the network said of a tile. */
    record TileOutputs(Tiles.Tile tile, List<FeatureOutput> outputs) {}

    static FeatureNetwork.Unit unit(TapLayout layout) {
        long bytes = (long) UNIT * Float.BYTES * layout.floatsPerPixel();
        return new FeatureNetwork.Unit(bytes, Math.min(MOST_UNITS, (int) (MOST_UNITS * 32L / layout.floatsPerPixel())));
    }

    static boolean hasMap(MetricKind kind) {
        return switch (kind) {
            case LPIPS_ALEX, LPIPS_VGG, LPIPS_SQUEEZE, ST_LPIPS_ALEX, ST_LPIPS_VGG -> true;
            default -> false;
        };
    }

    @Override
    public MetricResult compare(Distorted distorted, Progress progress) {
        ScaledPlane image = image(distorted.scaled());
        while (true) {
            int limit = network.limit();
            Tiles tiles = tiles(image, limit);
            try {
                return compare(image, tiles, limit, progress);
            } catch (OutOfNativeMemoryException e) {
                if (tiles(image, network.limit()).equals(tiles)) {
                    throw network.tooSmall(e);
                }
            }
        }
    }

    /** What is compared in place of an image. */
    ScaledPlane image(ScaledPlane image) {
        return image;
    }

    private synchronized ScaledPlane expected() {
        if (expected == null) {
            expected = image(reference);
        }
        return expected;
    }

    private Tiles tiles(ScaledPlane image, int limit) {
        return Tiles.of(
                Math.toIntExact(image.width()),
                Math.toIntExact(image.height()),
                (long) limit * UNIT,
                layout.halo(),
                TapLayout.GRAIN);
    }

    private MetricResult compare(ScaledPlane image, Tiles tiles, int limit, Progress progress)
            throws OutOfNativeMemoryException {
        List<Tiles.Tile> all = tiles.all();
        TileOutputs[] outputs = new TileOutputs[all.size()];
        for (int i = 0; i < outputs.length; i++) {
            progress.update(i, outputs.length);
            TilePart part = new TilePart(all.get(i), tiles, layout, expected(), image);
            outputs[i] = new TileOutputs(all.get(i), network.compare(features, part, limit));
        }
        progress.update(outputs.length, outputs.length);
        return pool(List.of(outputs), Math.toIntExact(image.width()), Math.toIntExact(image.height()));
    }

    /** The score of what the network said of all tiles. */
    abstract MetricResult pool(List<TileOutputs> tiles, int width, int height);

    int[] strides() {
        return layout.strides();
    }

    @Override
    public void close() {
        features.close();
    }

    private record TilePart(Tiles.Tile tile, Tiles tiles, TapLayout layout, ScaledPlane expected, ScaledPlane found)
            implements FeatureNetwork.Part {

        @Override
        public int key() {
            return tile.index();
        }

        @Override
        public int units() {
            return Math.toIntExact(((long) tile.height() * tile.width() + UNIT - 1) / UNIT);
        }

        @Override
        public Pixels reference() {
            return read(expected);
        }

        @Override
        public Pixels distorted() {
            return read(found);
        }

        private Pixels read(ScaledPlane image) {
            float[] values = new float[3 * tile.height() * tile.width()];
            image.readBox(tile.left(), tile.top(), tile.width(), tile.height(), values, 0);
            return new Pixels(values, 1, tile.height(), tile.width());
        }

        @Override
        public List<FeatureWindow> core() {
            return IntStream.of(layout.strides())
                    .mapToObj(stride -> tile.on(stride, tiles.isLastRow(tile), tiles.isLastColumn(tile)))
                    .toList();
        }
    }
}
