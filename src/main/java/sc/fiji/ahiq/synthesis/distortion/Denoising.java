/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a denoising method makes of a noisy picture: the noise, normal and of a standard deviation that the method
 * knows, is added first.
 */
interface Denoising {

    /**
     * The planes with less noise.
     *
     * @param planes whole numbers in 0..255
     * @param sigma standard deviation of the noise
     */
    List<Plane> denoised(List<Plane> planes, double sigma);

    /** Whose amount is the standard deviation of the noise. */
    static Effect of(Denoising method) {
        return (planes, sigma, random) ->
                method.denoised(Distortion.rounded(Noise.additive(planes, sigma, random)), sigma);
    }
}
