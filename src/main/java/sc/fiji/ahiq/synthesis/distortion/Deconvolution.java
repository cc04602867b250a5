/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.FrequencyGrid;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Ringing of a deconvolution: a blur by a normal distribution is undone by a Wiener filter that takes the blur for
 * wider than it was.
 */
final class Deconvolution {

    private static final double SIGMA_PIXELS = 1.2;
    private static final double NOISE_TO_SIGNAL = 0.003;
    private static final int MARGIN = 32;

    private Deconvolution() {}

    /** @param excess of the assumed width over the true one: 0 for none */
    static Plane ringing(Plane plane, double excess) {
        Plane padded = LinearFilter.padded(plane, MARGIN, MARGIN, MARGIN, MARGIN, Border.SYMMETRIC);
        Plane gains = FrequencyGrid.of(padded.width(), padded.height()).radius().map(frequency -> {
            double assumed = transfer(frequency, (1 + excess) * SIGMA_PIXELS);
            return transfer(frequency, SIGMA_PIXELS) * assumed / (assumed * assumed + NOISE_TO_SIGNAL);
        });
        double mean = 1 / (1 + NOISE_TO_SIGNAL);
        return Spectrum.of(padded)
                .response(gains)
                .real()
                .crop(MARGIN, MARGIN, plane.width(), plane.height())
                .map(value -> value / mean);
    }

    /** Of a normal distribution, at so many cycles per pixel. */
    private static double transfer(double frequency, double sigma) {
        double phase = 2 * Math.PI * frequency * sigma;
        return StrictMath.exp(-phase * phase / 2);
    }
}
