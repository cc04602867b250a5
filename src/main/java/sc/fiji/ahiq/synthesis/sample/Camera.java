/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * A camera: light comes in whole photons (shot noise), reading adds electrons (read noise), and an amplifier turns both
 * into counts above an offset.
 */
final class Camera {

    private static final double OFFSET_COUNTS = 96;
    private static final double READ_NOISE_ELECTRONS = 1.8;
    private static final double MANY_PHOTONS = 60;

    private final double photons;
    private final double countsPerPhoton;

    /**
     * @param photons that light 1 brings
     * @param counts that light 1 gives, above the offset
     */
    Camera(double photons, double counts) {
        this.photons = photons;
        this.countsPerPhoton = counts / photons;
    }

    Plane expose(Plane light, Random random) {
        double[] counts = new double[light.area()];
        for (int i = 0; i < counts.length; i++) { // in this order, which is that of the random numbers
            double electrons =
                    poisson(light.values()[i] * photons, random) + READ_NOISE_ELECTRONS * random.nextGaussian();
            counts[i] = OFFSET_COUNTS + countsPerPhoton * electrons;
        }
        return new Plane(light.width(), light.height(), counts);
    }

    /** A normal distribution stands in for many photons. */
    private static double poisson(double mean, Random random) {
        if (mean > MANY_PHOTONS) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
