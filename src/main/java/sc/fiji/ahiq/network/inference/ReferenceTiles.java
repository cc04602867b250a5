/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.List;

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
    private final KeptFeatures features;

    ReferenceTiles(PixelSource source, int width, int height, FeatureBudget budget) {
        this(source, width, height, Tile.of(width, height), budget);
    }

    ReferenceTiles(PixelSource source, int width, int height, List<Tile> tiles, FeatureBudget budget) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.tiles = tiles;
        this.features = new KeptFeatures(budget);
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

    /** The features of the tiles, by their places among them. */
    KeptFeatures features() {
        return features;
    }

    /** Frees all kept features, once they are not in use; they are encoded again when needed. */
    @Override
    public void close() {
        features.close();
    }
}
