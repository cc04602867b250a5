/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two correlations with the same opinions, of the same images, and whether they differ. Both tests are made for linear
 * correlations (PLCC) of independent normal samples; with rank correlations (SROCC), or many images of one reference,
 * they are an approximation. Compare magnitudes: where lower scores are better, negate the scores first. Immutable.
 *
 * @param first correlation of the first metric with the opinions
 * @param second correlation of the second metric with the opinions
 * @param between correlation of both metrics with each other
 * @param count of images, at least 4
 */
public record DependentCorrelations(double first, double second, double between, int count) {

    private static final int MIN_COUNT = 4;

    /** @throws IllegalArgumentException for correlations outside -1..1 or fewer than 4 images */
    public DependentCorrelations {
        if (!(Math.abs(first) <= 1 && Math.abs(second) <= 1 && Math.abs(between) <= 1) || count < MIN_COUNT) {
            throw new IllegalArgumentException("Expected correlations in -1..1 of at least 4 images, but found " + first
                    + ", " + second + ", " + between + " of " + count);
        }
    }

    /** The linear correlations of two metrics with opinions; empty if one is undefined, or for fewer than 4 images. */
    public static Optional<DependentCorrelations> ofPlcc(double[] first, double[] second, double[] opinions) {
        double r12 = Correlation.plcc(first, opinions);
        double r13 = Correlation.plcc(second, opinions);
        double r23 = Correlation.plcc(first, second);
        return Double.isNaN(r12 + r13 + r23) || opinions.length < MIN_COUNT
                ? Optional.empty()
                : Optional.of(new DependentCorrelations(r12, r13, r23, opinions.length));
    }

    /** The rank correlations of two metrics with opinions; empty if one is undefined, or for fewer than 4 images. */
    public static Optional<DependentCorrelations> ofSrocc(double[] first, double[] second, double[] opinions) {
        Samples.requirePaired(first, opinions);
        Samples.requirePaired(second, opinions);
        return ofPlcc(Ranks.of(first), Ranks.of(second), Ranks.of(opinions));
    }

    /**
     * Hotelling's test as corrected by Williams, with {@code count - 3} degrees of freedom: J. H. Steiger, "Tests for
     * Comparing Elements of a Correlation Matrix", Psychological Bulletin 87, 1980, equation 7.
     */
    public Significance hotellingWilliams() {
        double determinant = 1 - first * first - second * second - between * between + 2 * first * second * between;
        double mean = (first + second) / 2;
        double variance = 2 * determinant * (count - 1) / (count - 3) + mean * mean * Math.pow(1 - between, 3);
        double t = ratio((first - second) * Math.sqrt((count - 1) * (1 + between)), Math.sqrt(Math.max(0, variance)));
        return new Significance(t, 2 * new TDistribution(null, count - 3).cumulativeProbability(-Math.abs(t)));
    }

    /**
     * Test of Fisher's z-transformed correlations: X.-L. Meng, R. Rosenthal and D. B. Rubin, "Comparing Correlated
     * Correlation Coefficients", Psychological Bulletin 111, 1992, equations 1 to 3.
     */
    public Significance meng() {
        double meanSquare = (first * first + second * second) / 2;
        double f = Math.min(1, ratio(1 - between, 2 * (1 - meanSquare)));
        double h = ratio(1 - f * meanSquare, 1 - meanSquare);
        double deviation = Math.sqrt(2 * (1 - between) * h / (count - 3));
        double z = first == second ? 0 : ratio(atanh(first) - atanh(second), deviation);
        return new Significance(z, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z)));
    }

    private static double atanh(double r) {
        return (Math.log1p(r) - Math.log1p(-r)) / 2;
    }

    /** Nothing over nothing is nothing here. */
    private static double ratio(double numerator, double denominator) {
        return numerator == 0 ? 0 : numerator / denominator;
    }
}
