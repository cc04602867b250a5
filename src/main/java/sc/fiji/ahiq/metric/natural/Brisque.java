/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * BRISQUE (Mittal, Moorthy, Bovik 2012): a support vector regression of the statistics of an image to opinions of
 * people. Lower is better, about 0 to 100, sometimes beyond. Immutable and thread safe.
 */
public final class Brisque {

    /** Smallest side of an image. */
    public static final int MINIMUM_SIZE = 16;

    private static final int DECIMALS = 6;
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final Regression regression;
    private final Variant variant;

    /** How details are computed. */
    public enum Variant {
        /** The release of the authors, in MATLAB; it passes features through text, which rounds them. */
        RELEASE(Luminance.MATLAB, new Contrast(false, 0, false)),
        /** The toolbox IQA-PyTorch. */
        PYIQA(Luminance.REC601, new Contrast(true, Contrast.DOUBLE_EPSILON, false)),
        /** MATLAB's image processing toolbox, with its own support vectors. */
        MATLAB(Luminance.REC601, new Contrast(true, Contrast.DOUBLE_EPSILON, true));

        private final Luminance luminance;
        private final Contrast contrast;

        Variant(Luminance luminance, Contrast contrast) {
            this.luminance = luminance;
            this.contrast = contrast;
        }
    }

    /** Lowest and highest value of each feature in the training of the authors, one after the other. */
    public static double[] releaseRanges() {
        return BrisqueRanges.release();
    }

    /** Ranges that leave features as they are. */
    public static double[] noRanges() {
        return BrisqueRanges.none();
    }

    /**
     * A support vector regression with a radial basis.
     *
     * @param coefficients of the support vectors
     * @param vectors of 36 features each
     * @param gamma of the basis
     * @param rho subtracted at the end
     * @param ranges lowest and highest value of each feature, which become -1 and 1; what is outside stays outside
     */
    public record Regression(double[] coefficients, double[][] vectors, double gamma, double rho, double[][] ranges) {

        private double scaled(int feature, double value) {
            double[] range = ranges[feature];
            return -1 + 2 * (value - range[0]) / (range[1] - range[0]);
        }

        private double apply(double[] x) {
            double sum = -rho;
            for (int i = 0; i < vectors.length; i++) {
                double distance = 0;
                for (int k = 0; k < x.length; k++) {
                    double d = x[k] - vectors[i][k];
                    distance += d * d;
                }
                sum += coefficients[i] * Math.exp(-gamma * distance);
            }
            return sum;
        }
    }

    public Brisque(Regression regression, Variant variant) {
        this.regression = regression;
        this.variant = variant;
    }

    /** The score of an image. */
    public double score(PlanarImage image) {
        double[] x = features(image, variant);
        for (int i = 0; i < x.length; i++) {
            double feature = variant == Variant.RELEASE ? decimals(x[i]) : x[i];
            double scaled = regression.scaled(i, feature);
            x[i] = variant == Variant.RELEASE ? digits(scaled) : scaled;
        }
        return regression.apply(x);
    }

    private static double decimals(double value) {
        return Double.isNaN(value)
                ? value
                : new BigDecimal(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    private static double digits(double value) {
        return Double.isNaN(value)
                ? value
                : new BigDecimal(value).round(SIX_DIGITS).doubleValue();
    }

    /** The 36 features of an image, 18 of each of two scales. */
    static double[] features(PlanarImage image, Variant variant) {
        Plane whole = variant.luminance.of(image);
        return SceneFeatures.joined(
                features(whole, variant.contrast, variant), features(BicubicHalf.of(whole), variant.contrast, variant));
    }

    private static double[] features(Plane luminance, Contrast contrast, Variant variant) {
        Plane values = contrast.normalised(luminance);
        return variant == Variant.MATLAB ? SceneFeatures.scaled(values) : SceneFeatures.squared(values);
    }
}
