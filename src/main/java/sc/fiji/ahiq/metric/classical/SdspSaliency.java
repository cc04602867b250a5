/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.FrequencyGrid;
import sc.fiji.ahiq.metric.filter.Lab;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Saliency by simple priors (SDSP), Zhang, Gu and Li, ICIP 2013: a log-Gabor response in L*a*b*, closeness to the
 * centre and warmth of colour, at 256 x 256 pixels, with the settings of VSI: omega0 = 0.021, sigmaF = 1.34, sigmaD =
 * 145, sigmaC = 0.001.
 */
final class SdspSaliency {

    private static final int SIZE = 256;
    private static final double OMEGA_0 = 0.021;
    private static final double SIGMA_F = 1.34;
    private static final double SIGMA_D = 145;
    private static final double SIGMA_C = 0.001;

    private SdspSaliency() {}

    private static Plane band() {
        Plane radius = FrequencyGrid.of(SIZE, SIZE).radius();
        return LogGabor.radial(radius, OMEGA_0, SIGMA_F).zip(radius, (gain, r) -> r <= 0.5 ? gain : 0);
    }

    /**
     * Saliency at each pixel of an image with samples in 0..255, stretched to 0..1; zeros if it is the same everywhere.
     */
    static Plane of(Plane red, Plane green, Plane blue) {
        Lab lab = Lab.of(
                Resampling.bilinear(red, SIZE, SIZE),
                Resampling.bilinear(green, SIZE, SIZE),
                Resampling.bilinear(blue, SIZE, SIZE),
                Lab.White.D50);
        Plane saliency = frequencyPrior(lab, band()).times(colourPrior(lab)).times(centrePrior());
        return Resampling.bilinearCorners(saliency, red.width(), red.height()).stretched();
    }

    private static Plane frequencyPrior(Lab lab, Plane band) {
        return response(lab.lightness(), band)
                .zip(response(lab.a(), band), Double::sum)
                .zip(response(lab.b(), band), Double::sum)
                .map(Math::sqrt);
    }

    private static Plane response(Plane plane, Plane band) {
        return Spectrum.of(plane).response(band).real().squared();
    }

    /** Cold colours do not attract. */
    private static Plane colourPrior(Lab lab) {
        return lab.a()
                .stretched()
                .zip(lab.b().stretched(), (a, b) -> -Math.expm1(-(a * a + b * b) / (SIGMA_C * SIGMA_C)));
    }

    private static Plane centrePrior() {
        Plane prior = Plane.zeros(SIZE, SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double dx = x + 1 - SIZE / 2.0;
                double dy = y + 1 - SIZE / 2.0;
                prior.values()[y * SIZE + x] = Math.exp(-(dx * dx + dy * dy) / (SIGMA_D * SIGMA_D));
            }
        }
        return prior;
    }
}
