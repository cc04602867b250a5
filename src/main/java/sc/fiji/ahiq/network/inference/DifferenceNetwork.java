/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.Normalization;

/**
 * A model that sees differences alone, on a device, ready to compare whole images: those of more than 1280 pixels along
 * a side in tiles that reach so far over their cores that no seam is left. An image with itself scores exactly 1. Holds
 * the weights in native memory until closed. Thread safe.
 */
public final class DifferenceNetwork implements OpenNetwork {

    /** Features of all references that are kept at most, about 70 bytes a pixel. */
    private static final long REFERENCE_BUDGET_BYTES = 1L << 30;

    private static final FeatureBudget NOTHING = new FeatureBudget(0);

    private final RunningModule module;
    private final Normalization normalization;
    private final int judges;
    private final String device;
    private final String engine;
    private final AtomicLong encodedTiles = new AtomicLong();
    private final FeatureBudget budget = new FeatureBudget(REFERENCE_BUDGET_BYTES);

    private DifferenceNetwork(
            RunningModule module, Normalization normalization, int judges, String device, String engine) {
        this.module = module;
        this.normalization = normalization;
        this.judges = judges;
        this.device = device;
        this.engine = engine;
    }

    /** Whether a model is of this kind. */
    public static boolean suits(AhiqModel model) {
        return model.card().design() instanceof DifferenceArchitecture;
    }

    /**
     * Starts the engine if need be and loads the model; takes a second.
     *
     * @param model one that {@link #suits}
     * @param options the batch does not matter
     * @throws EngineException if the engine cannot start, or the device is not there or does not suit the precision
     */
    public static DifferenceNetwork open(AhiqModel model, InferenceOptions options) {
        ScoringEngine engine = ScoringEngine.start(options.engine(), options.device());
        DeviceFacts device = engine.device(options.device());
        device.require(options.precision());
        boolean half = options.precision() == Precision.MIXED;
        RunningModule module = engine.load(half ? model.halfPrecisionArchive() : model.archive(), options.device());
        int judges = ((DifferenceArchitecture) model.card().design()).judges();
        return new DifferenceNetwork(module, model.card().normalization(), judges, device.name(), engine.toString());
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public String engine() {
        return engine;
    }

    /** One tile. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public long encodedCrops() {
        return encodedTiles.get();
    }

    /**
     * Prepares a reference; nothing is computed yet.
     *
     * @param width of the image in pixels
     * @param height of the image in pixels
     * @param manyComparisons whether features are to be kept for more than one distorted image
     */
    public ReferenceTiles reference(PixelSource source, int width, int height, boolean manyComparisons) {
        return new ReferenceTiles(source, width, height, manyComparisons ? budget : NOTHING);
    }

    /**
     * Compares a distorted image with the reference.
     *
     * @throws EngineException if the engine fails, memory does not suffice for a tile or a score is not finite
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it
     */
    public CellMaps compare(ReferenceTiles reference, PixelSource distorted, Progress progress) {
        return join(reference, compare(reference, distorted, 0, reference.count(), progress));
    }

    /** Compares what is in the tiles from {@code from} to {@code to}, exclusive. */
    List<TileOutput> compare(ReferenceTiles reference, PixelSource distorted, int from, int to, Progress progress) {
        List<TileOutput> outputs = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            progress.update(i - from, to - from);
            outputs.add(compare(reference, i, distorted));
        }
        progress.update(to - from, to - from);
        return outputs;
    }

    /** @param outputs of all tiles */
    CellMaps join(ReferenceTiles reference, List<TileOutput> outputs) {
        CellGrid grid = new CellGrid(reference.width(), reference.height(), judges);
        for (int i = 0; i < outputs.size(); i++) {
            grid.put(reference.tiles().get(i), outputs.get(i));
        }
        CellMaps maps = grid.maps();
        if (!maps.isFinite()) {
            throw new EngineException("The network gave a score that is not finite for an image of " + reference.width()
                    + " x " + reference.height() + " pixels. Its weights are damaged.");
        }
        return maps;
    }

    private TileOutput compare(ReferenceTiles reference, int index, PixelSource distorted) {
        Tile tile = reference.tiles().get(index);
        try {
            SiameseNetwork.Encoded features =
                    reference.features().borrow(index, 1, () -> encode(reference.source(), tile));
            try {
                List<FeatureOutput> result = module.compare("distances", image(distorted, tile), features);
                return new TileOutput(result.get(0).values(), result.get(1).values());
            } finally {
                reference.features().giveBack(index, features);
            }
        } catch (OutOfNativeMemoryException e) {
            throw new EngineException(
                    "A tile of " + tile.width() + " x " + tile.height() + " pixels does not fit into the memory of "
                            + device + ". Close other programs, or compare a part of the images.",
                    e);
        }
    }

    private SiameseNetwork.Encoded encode(PixelSource source, Tile tile) throws OutOfNativeMemoryException {
        SiameseNetwork.Encoded features = module.encode("features", image(source, tile), List.of());
        encodedTiles.incrementAndGet();
        return features;
    }

    private Pixels image(PixelSource source, Tile tile) {
        float[] pixels = new float[Pixels.CHANNELS * tile.width() * tile.height()];
        source.read(tile.left(), tile.top(), tile.width(), tile.height(), pixels);
        normalization.apply(pixels, 0, pixels.length);
        return new Pixels(pixels, 1, tile.height(), tile.width());
    }

    @Override
    public void close() {
        module.close();
    }
}
