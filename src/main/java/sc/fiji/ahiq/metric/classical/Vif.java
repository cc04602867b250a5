/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayList;
import java.util.List;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Visual information fidelity in the wavelet domain, Sheikh and Bovik, TIP 15(2), 2006: Gaussian scale mixtures of
 * blocks of 3 x 3 coefficients in the horizontal and vertical bands of four levels of the steerable pyramid of the grey
 * images; the distortion channel's gain and noise from windows of 17, 9, 5 and 3 coefficients, finest level first;
 * sigma_n^2 = 0.4. Higher is better, 1 for identical images, more than 1 for enhanced contrast. Not symmetric. No map.
 * A reference without any information gives 1. {@link Vifp} is the cheaper form in the pixel domain. Reference values:
 * a published implementation.
 */
@Plugin(type = Metric.class)
final class Vif extends ClassicalMetric {

    private static final int LEVELS = 4;
    private static final int BLOCK_SIZE = 3;
    private static final double NOISE_VARIANCE = 0.4;
    private static final double FLAT = 1e-12;

    Vif() {
        super(new MetricDescription(
                "vif",
                "VIF",
                "H. R. Sheikh, A. C. Bovik: Image information and visual quality. IEEE TIP 15(2), 2006",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                72,
                false));
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        List<SteerablePyramid.Level> expected = SteerablePyramid.of(reference.grey(), LEVELS);
        List<Band> bands = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            int windowSize = (1 << (LEVELS - level)) + 1;
            bands.add(Band.of(expected.get(level).horizontal(), windowSize));
            bands.add(Band.of(expected.get(level).vertical(), windowSize));
        }
        return distorted -> {
            List<SteerablePyramid.Level> found = SteerablePyramid.of(distorted.grey(), LEVELS);
            Information sum = new Information();
            for (int level = 0; level < LEVELS; level++) {
                sum.add(bands.get(2 * level), found.get(level).horizontal());
                sum.add(bands.get(2 * level + 1), found.get(level).vertical());
            }
            return MetricResult.of(sum.ofReference > 0 ? sum.kept / sum.ofReference : 1);
        };
    }

    /**
     * A band of the reference.
     *
     * @param band whole blocks of it
     * @param mean of the windows around the blocks' centres
     * @param variation sums of squared deviations in these windows
     */
    private record Band(int windowSize, Plane band, GaussianScaleMixture mixture, Plane mean, Plane variation) {

        static Band of(Plane coefficients, int windowSize) {
            Plane band = wholeBlocks(coefficients);
            Plane mean = means(band, windowSize);
            return new Band(
                    windowSize,
                    band,
                    GaussianScaleMixture.fit(overlappingBlocks(band), blocks(band), true),
                    mean,
                    Vif.variation(band, mean, windowSize));
        }
    }

    /** Information in nats, times 2, of all bands so far. */
    private static final class Information {

        private double kept;
        private double ofReference;

        /** Leaves out blocks whose window of the distortion channel would reach beyond the border. */
        void add(Band reference, Plane distorted) {
            WindowSums sums = WindowSums.of(reference, wholeBlocks(distorted));
            GaussianScaleMixture mixture = reference.mixture;
            int margin = (reference.windowSize / 2 + BLOCK_SIZE - 1) / BLOCK_SIZE;
            for (int y = margin; y < sums.height() - margin; y++) {
                for (int x = margin; x < sums.width() - margin; x++) {
                    int i = y * sums.width() + x;
                    addBlock(Channel.of(sums, i), mixture.multipliers()[i], mixture.eigenvalues());
                }
            }
        }

        private void addBlock(Channel channel, double multiplier, double[] eigenvalues) {
            double signal = channel.gain * channel.gain * multiplier / (channel.noise + NOISE_VARIANCE);
            for (double eigenvalue : eigenvalues) {
                kept += Math.log1p(signal * eigenvalue);
                ofReference += Math.log1p(multiplier * eigenvalue / NOISE_VARIANCE);
            }
        }
    }

    /** distorted = gain * reference + noise of this variance. */
    private record Channel(double gain, double noise) {

        /**
         * As the authors estimate it: where the gain has no meaning, the noise is the sum, not the mean, of squares.
         */
        static Channel of(WindowSums sums, int i) {
            double variation = Math.max(0, sums.variation.values()[i]);
            double distortedVariation = Math.max(0, sums.distortedVariation.values()[i]);
            double covariation = sums.covariation.values()[i];
            if (distortedVariation < FLAT) {
                return new Channel(0, FLAT);
            }
            double gain = covariation / (variation + FLAT);
            if (variation < FLAT || gain < 0) {
                return new Channel(0, Math.max(FLAT, distortedVariation));
            }
            return new Channel(gain, Math.max(FLAT, (distortedVariation - gain * covariation) / sums.count));
        }
    }

    /** Sums of squared and mixed deviations in the window around each block's centre. */
    private record WindowSums(int count, Plane variation, Plane distortedVariation, Plane covariation) {

        static WindowSums of(Band a, Plane b) {
            int count = a.windowSize * a.windowSize;
            Plane meanB = means(b, a.windowSize);
            return new WindowSums(
                    count,
                    a.variation,
                    Vif.variation(b, meanB, a.windowSize),
                    means(a.band.times(b), a.windowSize)
                            .zip(a.mean.times(meanB), (product, means) -> count * (product - means)));
        }

        int width() {
            return variation.width();
        }

        int height() {
            return variation.height();
        }
    }

    private static Plane variation(Plane band, Plane mean, int windowSize) {
        int count = windowSize * windowSize;
        return means(band.squared(), windowSize).zip(mean, (square, m) -> count * (square - m * m));
    }

    private static Plane means(Plane plane, int windowSize) {
        return LinearFilter.sampled(plane, Window.box(windowSize), Border.REFLECT, BLOCK_SIZE / 2, BLOCK_SIZE);
    }

    private static Plane wholeBlocks(Plane band) {
        return band.crop(0, 0, band.width() / BLOCK_SIZE * BLOCK_SIZE, band.height() / BLOCK_SIZE * BLOCK_SIZE);
    }

    private static double[][] overlappingBlocks(Plane band) {
        double[][] samples = new double[BLOCK_SIZE * BLOCK_SIZE][];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = band.crop(
                            k % BLOCK_SIZE,
                            k / BLOCK_SIZE,
                            band.width() - BLOCK_SIZE + 1,
                            band.height() - BLOCK_SIZE + 1)
                    .values();
        }
        return samples;
    }

    private static double[][] blocks(Plane band) {
        double[][] samples = new double[BLOCK_SIZE * BLOCK_SIZE][];
        for (int k = 0; k < samples.length; k++) {
            int left = k % BLOCK_SIZE;
            int top = k / BLOCK_SIZE;
            samples[k] = band.crop(left, top, band.width() - left, band.height() - top)
                    .decimate(BLOCK_SIZE)
                    .values();
        }
        return samples;
    }
}
