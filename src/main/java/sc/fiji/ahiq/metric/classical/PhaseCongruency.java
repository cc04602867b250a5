/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.Arrays;
import sc.fiji.ahiq.metric.filter.FrequencyGrid;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Phase congruency PC2 of P. Kovesi (Videre 1(3), 1999) with the settings of FSIM (TIP 20(8), 2011): 4 scales from a
 * wavelength of 6 pixels in steps of 2, 4 orientations, sigma / f = 0.55, angular ratio 1.2, noise threshold at 2
 * standard deviations over the mean divided by 1.7. Made for one size of planes; immutable and thread safe.
 */
final class PhaseCongruency {

    private static final int SCALES = 4;
    private static final int ORIENTATIONS = 4;
    private static final double SHORTEST_WAVELENGTH = 6;
    private static final double WAVELENGTH_STEP = 2;
    private static final double SIGMA_ON_F = 0.55;
    private static final double ANGULAR_RATIO = 1.2;
    private static final double NOISE_DEVIATIONS = 2;
    private static final double NOISE_OVERESTIMATE = 1.7;
    private static final double EPSILON = 1e-4;

    private final Plane[][] filters = new Plane[ORIENTATIONS][SCALES];
    private final double[] noisePerPower = new double[ORIENTATIONS];

    private PhaseCongruency(int width, int height) {
        FrequencyGrid grid = FrequencyGrid.of(width, height);
        Plane radius = grid.radius();
        Plane angle = grid.angle();
        Plane lowPass = LogGabor.lowPass(radius, 0.45, 15);
        Plane[] radial = new Plane[SCALES];
        Arrays.setAll(radial, s -> {
            double centre = 1 / (SHORTEST_WAVELENGTH * Math.pow(WAVELENGTH_STEP, s));
            return LogGabor.radial(radius, centre, Math.log(SIGMA_ON_F)).times(lowPass);
        });
        double sigma = Math.PI / ORIENTATIONS / ANGULAR_RATIO;
        for (int o = 0; o < ORIENTATIONS; o++) {
            Plane angular = LogGabor.angular(angle, o * Math.PI / ORIENTATIONS, sigma);
            Arrays.setAll(filters[o], s -> radial[s].times(angular));
            noisePerPower[o] = noisePerPower(filters[o]);
        }
    }

    static PhaseCongruency forSize(int width, int height) {
        return new PhaseCongruency(width, height);
    }

    /**
     * Expected noise energy^2 per mean energy^2 of the smallest filter: the sum over all pairs of scales of the inner
     * products of the even (real) point spread functions, over the energy of the smallest filter. By Parseval's theorem
     * the inner products are those of the even parts of the filters.
     */
    private static double noisePerPower(Plane[] filters) {
        Plane sum =
                Arrays.stream(filters).reduce((a, b) -> a.zip(b, Double::sum)).orElseThrow();
        return 2 * evenEnergy(sum) / filters[0].squared().sum();
    }

    private static double evenEnergy(Plane filter) {
        double energy = 0;
        for (int y = 0; y < filter.height(); y++) {
            for (int x = 0; x < filter.width(); x++) {
                int oppositeX = (filter.width() - x) % filter.width();
                int oppositeY = (filter.height() - y) % filter.height();
                double even = (filter.at(x, y) + filter.at(oppositeX, oppositeY)) / 2;
                energy += even * even;
            }
        }
        return energy;
    }

    /**
     * Phase congruency at each pixel, from 0 to 1; 0 where there is no structure at all.
     *
     * @param plane of this object's size, in 0..255
     */
    public Plane of(Plane plane) {
        Spectrum spectrum = Spectrum.of(plane);
        Plane energy = Plane.zeros(plane.width(), plane.height());
        Plane amplitude = Plane.zeros(plane.width(), plane.height());
        for (int o = 0; o < ORIENTATIONS; o++) {
            addOrientation(spectrum, o, energy, amplitude);
        }
        return energy.zip(amplitude, (e, a) -> a > 0 ? e / a : 0);
    }

    private void addOrientation(Spectrum spectrum, int orientation, Plane energy, Plane amplitude) {
        double[][] responses = new double[SCALES][];
        Arrays.setAll(responses, s -> spectrum.response(filters[orientation][s]).values());
        double threshold = noiseThreshold(responses[0], noisePerPower[orientation]);
        Rows.forEach(energy, y -> {
            for (int i = y * energy.width(); i < (y + 1) * energy.width(); i++) {
                amplitude.values()[i] += amplitude(responses, i);
                energy.values()[i] += Math.max(0, energy(responses, i) - threshold);
            }
        });
    }

    private static double amplitude(double[][] responses, int i) {
        double amplitude = 0;
        for (double[] response : responses) {
            amplitude += Math.sqrt(response[2 * i] * response[2 * i] + response[2 * i + 1] * response[2 * i + 1]);
        }
        return amplitude;
    }

    /** Sum over scales of A (cos(phase deviation) - |sin(phase deviation)|). */
    private static double energy(double[][] responses, int i) {
        double even = 0;
        double odd = 0;
        for (double[] response : responses) {
            even += response[2 * i];
            odd += response[2 * i + 1];
        }
        double length = Math.sqrt(even * even + odd * odd) + EPSILON;
        double meanEven = even / length;
        double meanOdd = odd / length;
        double energy = 0;
        for (double[] response : responses) {
            double e = response[2 * i];
            double o = response[2 * i + 1];
            energy += e * meanEven + o * meanOdd - Math.abs(e * meanOdd - o * meanEven);
        }
        return energy;
    }

    /** From the median energy of the smallest scale, as that of Rayleigh distributed noise. */
    private static double noiseThreshold(double[] smallest, double noisePerPower) {
        double[] energies = new double[smallest.length / 2];
        Arrays.setAll(energies, i -> smallest[2 * i] * smallest[2 * i] + smallest[2 * i + 1] * smallest[2 * i + 1]);
        double meanEnergy = Median.of(energies) / Math.log(2);
        double tau = Math.sqrt(meanEnergy * noisePerPower / 2);
        double mean = tau * Math.sqrt(Math.PI / 2);
        double deviation = tau * Math.sqrt(2 - Math.PI / 2);
        return (mean + NOISE_DEVIATIONS * deviation) / NOISE_OVERESTIMATE;
    }
}
