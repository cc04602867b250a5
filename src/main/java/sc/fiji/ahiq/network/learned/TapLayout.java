/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import sc.fiji.ahiq.network.design.MetricKind;

/**
 * Where the feature maps of a network lie in the image.
 *
 * @param strides of the maps, in pixels
 * @param halo in pixels; no value of a map sees anything further from its place
 * @param floatsPerPixel that live at the same time at most, about
 */
record TapLayout(int[] strides, int halo, int floatsPerPixel) {

    /** A multiple of all strides and halos. */
    static final int GRAIN = 16;

    static TapLayout of(MetricKind kind) {
        return switch (kind) {
            case LPIPS_ALEX -> new TapLayout(new int[] {4, 8, 16, 16, 16}, 112, 32);
            case LPIPS_VGG -> new TapLayout(new int[] {1, 2, 4, 8, 16}, 112, 320);
            case LPIPS_SQUEEZE -> new TapLayout(new int[] {2, 4, 8, 16, 16, 16, 16}, 128, 96);
            case ST_LPIPS_ALEX -> new TapLayout(new int[] {2, 4, 8, 8, 8}, 64, 192);
            case ST_LPIPS_VGG -> new TapLayout(new int[] {1, 2, 4, 8, 16}, 128, 320);
            case DISTS -> new TapLayout(new int[] {1, 1, 2, 4, 8, 16}, 112, 384);
            default -> throw new IllegalArgumentException(kind + " does not look at whole images by tiles");
        };
    }
}
