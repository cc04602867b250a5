/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.filter.FrequencyGrid;
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

    private final Plane[][] filters;
    private final double[][] weights;
    private final BlockStatistics[][] expected = new BlockStatistics[ORIENTATIONS][SCALES];

    private MadAppearance(Spectrum reference, Plane[][] filters, double[][] weights) {
        this.filters = filters;
        this.weights = weights;
        for (int o = 0; o < ORIENTATIONS; o++) {
            for (int s = 0; s < SCALES; s++) {
                expected[o][s] = statistics(reference.response(filters[o][s]));
            }
        }
    }

    static MadAppearance of(Plane reference, boolean asPorted) {
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
        Plane[][] filters = new Plane[ORIENTATIONS][SCALES];
        double[][] weights = new double[ORIENTATIONS][SCALES];
        for (int o = 0; o < ORIENTATIONS; o++) {
            Plane angular =
                    LogGabor.angular(grid.angle(), o * Math.PI / ORIENTATIONS, Math.PI / ORIENTATIONS / ANGULAR_RATIO);
            for (int s = 0; s < SCALES; s++) {
                filters[o][s] = radial[s].times(angular);
                weights[o][s] = WEIGHTS[asPorted ? o : s] / WEIGHT_SUM;
            }
        }
        return new MadAppearance(Spectrum.of(reference), filters, weights);
    }

    double score(Plane distorted) {
        Spectrum found = Spectrum.of(distorted);
        Plane sum = null;
        for (int o = 0; o < ORIENTATIONS; o++) {
            for (int s = 0; s < SCALES; s++) {
                Plane difference = difference(expected[o][s], statistics(found.response(filters[o][s])), weights[o][s]);
                sum = sum == null ? difference : sum.zip(difference, Double::sum);
            }
        }
        return Math.sqrt(sum.squared().mean());
    }

    private static Plane difference(BlockStatistics a, BlockStatistics b, double weight) {
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
