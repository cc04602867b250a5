/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/**
 * What a {@link FeatureNetwork} makes of the parts of a reference, kept as far as memory is meant for it. Holds native
 * memory until closed. Thread safe.
 */
public final class FeatureReference implements AutoCloseable {

    private final KeptFeatures features;

    FeatureReference(FeatureBudget budget) {
        this.features = new KeptFeatures(budget);
    }

    KeptFeatures features() {
        return features;
    }

    @Override
    public void close() {
        features.close();
    }
}
