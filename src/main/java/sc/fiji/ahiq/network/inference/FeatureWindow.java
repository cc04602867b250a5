/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

/**
 * A part of a feature map.
 *
 * @param height or {@link #TO_THE_END}
 * @param width likewise
 */
public record FeatureWindow(int top, int left, int height, int width) {

    public static final int TO_THE_END = 0;

    /** The same with the height and width that it has on a map of this size. */
    FeatureWindow on(long mapHeight, long mapWidth) {
        return new FeatureWindow(
                top,
                left,
                height == TO_THE_END ? (int) mapHeight - top : height,
                width == TO_THE_END ? (int) mapWidth - left : width);
    }
}
