/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/**
 * The crops of a reference image, encoded when first needed. If many distorted images meet the same reference, their
 * features are kept (about 1 MB a crop for the published network) up to a budget, and those beyond it are encoded each
 * time; the scores are the same. Holds native memory until closed. Thread safe.
 */
final class ReferenceCrops implements AutoCloseable {

    private final CropSource source;
    private final int count;
    private final KeptFeatures features;

    ReferenceCrops(CropSource source, int count, FeatureBudget budget) {
        this.source = source;
        this.count = count;
        this.features = new KeptFeatures(budget);
    }

    CropSource source() {
        return source;
    }

    /** Number of crops. */
    public int count() {
        return count;
    }

    /** The features of the batches of crops, by their first crop. */
    KeptFeatures features() {
        return features;
    }

    /** Frees all kept features, once they are not in use; they are encoded again when needed. */
    @Override
    public void close() {
        features.close();
    }
}
