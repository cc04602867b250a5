/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import sc.fiji.ahiq.network.cnn.ResNet;

/** Networks of the AHIQ family that are small enough for many runs in a test. */
public final class CompactArchitecture {

    private CompactArchitecture() {}

    /** 4 x 4 patches on 8 x 8 CNN features, as ViT-B/8 has half as many patches as CNN features along a side. */
    public static Architecture patch8() {
        return of(32, 8);
    }

    /** 4 x 4 patches on 16 x 16 CNN features, with the second convolution of stride 2, as ViT-B/16. */
    public static Architecture patch16() {
        return of(64, 16);
    }

    /** @param crop a multiple of {@code patch}, which is one of 8 */
    public static Architecture of(int crop, int patch) {
        return new Architecture(
                crop,
                new Architecture.Vit(patch, 16, 2, 2, 32),
                new ResNet(8, 8, 16),
                new Architecture.Fusion(16),
                new Architecture.Regressor(8, 16, 8, 8));
    }
}
