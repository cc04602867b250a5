/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;

/** Features of contrast-normalised values. */
final class SceneFeatures {

    static final int PER_SCALE = 18;

    private SceneFeatures() {}

    /** As NIQE has them: shape and mean scale, and for four neighbours shape, mean and both scales. */
    static double[] scaled(Plane values) {
        double[] features = new double[PER_SCALE];
        GaussianFit own = GaussianFit.asymmetric(values.values());
        features[0] = own.alpha();
        features[1] = (own.leftScale() + own.rightScale()) / 2;
        int next = 2;
        for (int[] shift : Neighbours.SHIFTS) {
            GaussianFit fit = GaussianFit.asymmetric(Neighbours.products(values, shift));
            features[next++] = fit.alpha();
            features[next++] = fit.mean();
            features[next++] = fit.leftScale();
            features[next++] = fit.rightScale();
        }
        return features;
    }

    /** As BRISQUE has them: shape and variance, and for four neighbours shape, mean and both mean squares. */
    static double[] squared(Plane values) {
        double square = 0;
        double absolute = 0;
        for (double value : values.values()) {
            square += value * value;
            absolute += Math.abs(value);
        }
        double[] features = new double[PER_SCALE];
        features[0] = GaussianFit.symmetricShape(square / values.area(), absolute / values.area());
        features[1] = square / values.area();
        int next = 2;
        for (int[] shift : Neighbours.SHIFTS) {
            GaussianFit fit = GaussianFit.asymmetric(Neighbours.products(values, shift));
            features[next++] = fit.alpha();
            features[next++] = fit.mean();
            features[next++] = fit.left() * fit.left();
            features[next++] = fit.right() * fit.right();
        }
        return features;
    }

    static double[] joined(double[] first, double[] second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
