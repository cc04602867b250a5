/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.metric.filter.BlockStatistics;
import sc.fiji.ahiq.metric.filter.FrequencyGrid;
import sc.fiji.ahiq.metric.filter.LogGabor;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * MAD's appearance-based strategy: differences of standard deviation, skewness (twice) and kurtosis of the
 * magnitudes of 20 log-Gabor bands, in blocks as for {@link MadDetection}; coarse scales weigh more.
 */
final class MadAppearance {

    private static final int SCALES = 5;
    private static final int ORIENTATIONS = 4;
    private static final double SHORTEST_WAVELENGTH = 3;
    private static final double WAVELENGTH_STEP = 3;
    private static final double SIGMA_ON_F = 0.55;
    private static final double ANGULAR_RATIO = 1.5;
    private static final double[] WEIGHTS = {0.5, 0.75, 1, 5, 6};
    private static final double WEIGHT_SUM = 13.25;

    private MadAppearance() {}

    static double score(Plane reference, Plane distorted, boolean asPorted) {
        Spectrum expected = Spectrum.of(reference);
        Spectrum found = Spectrum.of(distorted);
        FrequencyGrid grid = FrequencyGrid.of(reference.width(), reference.height());
        Plane radius = grid.radius();
        if (asPorted) {
            radius.values()[radius.width() + 1] = 0.5;
        }
        Plane[] radial = new Plane[SCALES];
        for (int s = 0; s < SCALES; s++) {
            double centre = 1 / (SHORTEST_WAVELENGTH * Math.pow(WAVELENGTH_STEP, s));
            radial[s] = LogGabor.radial(radius, centre, Math.log(SIGMA_ON_F));
        }
        Plane sum = null;
        for (int o = 0; o < ORIENTATIONS; o++) {
            Plane angular =
                    LogGabor.angular(grid.angle(), o * Math.PI / ORIENTATIONS, Math.PI / ORIENTATIONS / ANGULAR_RATIO);
            for (int s = 0; s < SCALES; s++) {
                Plane filter = radial[s].times(angular);
                Plane difference = difference(expected, found, filter, WEIGHTS[asPorted ? o : s] / WEIGHT_SUM);
                sum = sum == null ? difference : sum.zip(difference, Double::sum);
            }
        }
        return Math.sqrt(sum.squared().mean());
    }

    private static Plane difference(Spectrum expected, Spectrum found, Plane filter, double weight) {
        BlockStatistics a = statistics(expected.response(filter));
        BlockStatistics b = statistics(found.response(filter));
        Plane shape = distance(a.skewness(), b.skewness())
                .zip(distance(a.kurtosis(), b.kurtosis()), (skewness, kurtosis) -> 2 * skewness + kurtosis);
        return distance(a.deviation(), b.deviation()).zip(shape, (deviation, rest) -> weight * (deviation + rest));
    }

    private static BlockStatistics statistics(Spectrum response) {
        return BlockStatistics.of(response.magnitude(), MadDetection.BLOCK_SIZE, MadDetection.STEP);
    }

    private static Plane distance(Plane a, Plane b) {
        return a.zip(b, (p, q) -> Math.abs(p - q));
    }
}
