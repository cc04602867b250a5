/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How patch scores f become the score of a crop: the rows of the paper's table 8. */
public enum Pooling {
    /** By patch weights w from an attention of their own, sum(f w) / sum(w): the published one. */
    PATCH("PatchPooling"),
    /** mean(f). */
    SPATIAL("SpatialPooling"),
    /** The mean of the two. */
    BOTH("BothPooling");

    private final String module;

    Pooling(String module) {
        this.module = module;
    }

    boolean hasAttention() {
        return this != SPATIAL;
    }

    /** Its class in the network source. */
    String module() {
        return "ahiq.regressor." + module;
    }

    /** The names, as a regular expression. */
    public static String pattern() {
        return Stream.of(values()).map(Pooling::toString).collect(Collectors.joining("|"));
    }

    /** @param name one that {@link #pattern} matches */
    public static Pooling of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As a model card calls it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
