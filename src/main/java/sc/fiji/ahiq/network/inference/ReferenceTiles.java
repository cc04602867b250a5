/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.ndarray.NDList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tiles of a reference image, encoded when first needed. If many distorted images meet the same reference, their
 * features are kept up to a budget, and those beyond it are encoded each time; the scores are the same. Holds native
 * memory until closed. Thread safe; close it when nothing is compared with it any more.
 */
final class ReferenceTiles implements AutoCloseable {

    private final PixelSource source;
    private final int width;
    private final int height;
    private final List<Tile> tiles;
    private final FeatureBudget budget;
    private final Map<Tile, NDList> kept = new HashMap<>();
    private long keptBytes;

    /** Encodes a tile. */
    @FunctionalInterface
    interface Encoder {
        NDList encode() throws OutOfNativeMemoryException;
    }

    ReferenceTiles(PixelSource source, int width, int height, FeatureBudget budget) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.tiles = Tile.of(width, height);
        this.budget = budget;
    }

    PixelSource source() {
        return source;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** How many tiles the image has. */
    public int count() {
        return tiles.size();
    }

    List<Tile> tiles() {
        return tiles;
    }

    /** The features of a tile, to be given back. */
    synchronized NDList borrow(Tile tile, Encoder encoder) throws OutOfNativeMemoryException {
        NDList features = kept.get(tile);
        if (features == null) {
            features = encoder.encode();
            long bytes = bytes(features);
            if (budget.take(bytes)) {
                kept.put(tile, features);
                keptBytes += bytes;
            }
        }
        return features;
    }

    private static long bytes(NDList features) {
        return features.stream()
                .mapToLong(f -> f.size() * f.getDataType().getNumOfBytes())
                .sum();
    }

    /** Ends the use of borrowed features, and frees them if they are not kept. */
    synchronized void giveBack(Tile tile, NDList features) {
        if (kept.get(tile) != features) {
            features.get(0).getManager().close();
        }
    }

    /** Frees all kept features; they are encoded again when needed. */
    @Override
    public synchronized void close() {
        kept.values().forEach(features -> features.get(0).getManager().close());
        kept.clear();
        budget.giveBack(keptBytes);
        keptBytes = 0;
    }
}
