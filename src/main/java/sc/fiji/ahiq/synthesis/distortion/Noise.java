/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import sc.fiji.ahiq.metric.filter.Plane;

/** Noise that is independent from sample to sample; variances are for samples in 0..1, as in the literature. */
final class Noise {

    private Noise() {}

    /** Normal noise in every plane. */
    static List<Plane> white(List<Plane> planes, double variance, Random random) {
        return additive(planes, 255 * Math.sqrt(variance), random);
    }

    static List<Plane> additive(List<Plane> planes, double sigma, Random random) {
        return each(planes, value -> value + sigma * random.nextGaussian());
    }

    /** Normal noise in luma and both colour differences. */
    static List<Plane> inColourComponents(List<Plane> planes, double variance, Random random) {
        YCbCr colours = YCbCr.of(planes);
        List<Plane> noisy = white(List.of(colours.y(), colours.cb(), colours.cr()), variance, random);
        return new YCbCr(noisy.get(0), noisy.get(1), noisy.get(2)).rgb();
    }

    /** Salt and pepper: this fraction of all samples becomes 0 or 255. */
    static List<Plane> impulse(List<Plane> planes, double fraction, Random random) {
        return each(planes, value -> {
            double draw = random.nextDouble();
            return draw < fraction / 2 ? 0 : draw >= 1 - fraction / 2 ? 255 : value;
        });
    }

    /** Speckle: every sample times a normal factor of mean 1. */
    static List<Plane> multiplicative(List<Plane> planes, double variance, Random random) {
        double sigma = Math.sqrt(variance);
        return each(planes, value -> value * (1 + sigma * random.nextGaussian()));
    }

    /** In the order of the samples, which {@link Plane#map} does not keep. */
    static List<Plane> each(List<Plane> planes, DoubleUnaryOperator change) {
        return planes.stream()
                .map(plane -> {
                    double[] values = plane.values().clone();
                    for (int i = 0; i < values.length; i++) {
                        values[i] = change.applyAsDouble(values[i]);
                    }
                    return new Plane(plane.width(), plane.height(), values);
                })
                .toList();
    }
}
