/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Statistics of the bands of a steerable pyramid after divisive normalisation by a Gaussian scale mixture of their
 * neighbours (Moorthy and Bovik 2011): shapes of their distributions, and how alike bands are.
 */
final class BandFeatures {

    /** How many there are of an image. */
    static final int COUNT = 45;

    private static final int ORIENTATIONS = SteerableBands.ORIENTATIONS;

    /** What is cut from every side of a normalised band of the finer scale. */
    private static final int GUARD = 16;

    private static final double[] WINDOW = Window.gaussian(11, 1.5);

    /** (0.03 * 255)^2, as in SSIM. */
    private static final double STABILITY = 58.5225;

    private BandFeatures() {}

    /** @param luminance 0..255, at least 100 x 100 pixels */
    static double[] of(Plane luminance, Nrqm.Variant variant) {
        SteerableBands bands = SteerableBands.of(luminance);
        Plane[][] normalised = new Plane[2][ORIENTATIONS];
        for (int scale = 0; scale < 2; scale++) {
            for (int o = 0; o < ORIENTATIONS; o++) {
                normalised[scale][o] = normalised(bands.scales(), scale, o, variant);
            }
        }
        double[] features = new double[COUNT];
        int next = 0;
        for (Plane[] scale : normalised) {
            for (Plane band : scale) {
                features[next++] = Moments.of(band.values()).shape();
            }
        }
        for (int o = 0; o < ORIENTATIONS; o++) {
            features[next++] = Moments.of(normalised[0][o].values(), normalised[1][o].values())
                    .shape();
        }
        for (Plane[] scale : bands.scales()) {
            for (Plane band : scale) {
                Plane enlarged = Resampling.bicubic(band, luminance.width(), luminance.height());
                features[next++] = structure(enlarged, bands.high(), variant);
            }
        }
        for (int i = 0; i < ORIENTATIONS; i++) {
            for (int j = i + 1; j < ORIENTATIONS; j++) {
                features[next++] = structure(normalised[0][i], normalised[0][j], variant);
            }
        }
        return features;
    }

    /** A band over the local deviation that its neighbours in space, scale and orientation make likely. */
    private static Plane normalised(Plane[][] scales, int scale, int orientation, Nrqm.Variant variant) {
        Plane band = scales[scale][orientation];
        boolean parent = scale == 0 && variant.hasParent(orientation);
        int width = band.width() - 2;
        int height = band.height() - 2;
        BandNeighbours neighbours = new BandNeighbours(width, height);
        for (int k = 0; k < 9; k++) {
            neighbours.add(band, k % 3, k / 3);
        }
        if (parent) {
            neighbours.add(variant.enlarged(scales[1][orientation], band.width(), band.height()), 1, 1);
        }
        int counted = neighbours.count();
        for (int o = 0; o < ORIENTATIONS; o++) {
            if (o != orientation) {
                neighbours.add(scales[scale][o], 1, 1);
            }
        }
        Plane inner = band.crop(1, 1, width, height);
        double mean = inner.mean();
        Plane quotient = inner.zip(
                neighbours.multipliers(counted),
                (value, multiplier) -> (value - mean) / (Math.sqrt(multiplier) + variant.epsilon()));
        int guard = GUARD >> scale;
        Plane cropped = quotient.crop(guard, guard, width - 2 * guard, height - 2 * guard);
        double centre = cropped.mean();
        return cropped.map(value -> value - centre);
    }

    /** Mean of the product of contrast and structure of SSIM. */
    private static double structure(Plane first, Plane second, Nrqm.Variant variant) {
        Plane meanFirst = LinearFilter.valid(first, WINDOW);
        Plane meanSecond = LinearFilter.valid(second, WINDOW);
        Plane squareFirst = LinearFilter.valid(first.squared(), WINDOW);
        Plane squareSecond = LinearFilter.valid(second.squared(), WINDOW);
        Plane product = LinearFilter.valid(first.times(second), WINDOW);
        double sum = 0;
        for (int i = 0; i < product.area(); i++) {
            double a = meanFirst.values()[i];
            double b = meanSecond.values()[i];
            double covariance = product.values()[i] - a * b;
            double variances = squareFirst.values()[i] - a * a + squareSecond.values()[i] - b * b;
            double value = (2 * covariance + STABILITY) / (variances + STABILITY);
            sum += variant.clamps() ? Math.max(0, value) : value;
        }
        return sum / product.area();
    }
}
