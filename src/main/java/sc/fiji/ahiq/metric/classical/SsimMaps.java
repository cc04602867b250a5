/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * SSIM and its contrast-structure factor (Wang et al., TIP 13(4), 2004, equations 6 to 13) in 11 x 11 Gaussian windows
 * of sigma 1.5 that lie fully inside; K1 = 0.01, K2 = 0.03, L = 255.
 *
 * @param ssim luminance times contrast-structure
 * @param contrastStructure contrast-structure alone
 */
record SsimMaps(Plane ssim, Plane contrastStructure) {

    static final int WINDOW_SIZE = 11;

    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;
    private static final double[] WINDOW = Window.gaussian(WINDOW_SIZE, 1.5);

    /** The maps with a negative contrast-structure factor as 0. */
    static SsimMaps of(Plane reference, Plane distorted) {
        SsimMaps signed = signed(reference, distorted);
        return new SsimMaps(
                signed.ssim.map(value -> Math.max(0, value)),
                signed.contrastStructure.map(value -> Math.max(0, value)));
    }

    /** The maps as in the paper. */
    static SsimMaps signed(Plane reference, Plane distorted) {
        WindowStatistics s = WindowStatistics.of(reference, distorted, plane -> LinearFilter.valid(plane, WINDOW));
        Plane contrast = s.varianceA().zip(s.varianceB(), (a, b) -> a + b + C2);
        Plane contrastStructure = s.covariance().zip(contrast, (covariance, sum) -> (2 * covariance + C2) / sum);
        Plane luminance = Similarity.of(s.meanA(), s.meanB(), C1);
        return new SsimMaps(luminance.times(contrastStructure), contrastStructure);
    }
}
