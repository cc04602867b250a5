/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the features of the two branches come together: the rows of the paper's table 6. */
public enum FusionType {
    /**
     * CNN features sampled where the Vision Transformer's features of the reference say, beside the latter: the
     * published one.
     */
    DEFORMABLE,
    /** CNN features as they are, beside those of the Vision Transformer. */
    CONCAT,
    /** The CNN alone, with a patch for every 8 x 8 pixels. */
    CNN,
    /** The Vision Transformer alone. */
    VIT;

    public boolean hasCnn() {
        return this != VIT;
    }

    public boolean hasVit() {
        return this != CNN;
    }

    static String pattern() {
        return Stream.of(values()).map(FusionType::toString).collect(Collectors.joining("|"));
    }

    /** @param name one that {@link #pattern} matches */
    static FusionType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As a model card calls it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
