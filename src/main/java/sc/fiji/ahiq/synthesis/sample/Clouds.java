/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import java.util.Arrays;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.synthesis.distortion.Blur;

/** Random texture: values with mean 0 and standard deviation 1 that vary over a given length. */
final class Clouds {

    private Clouds() {}

    static Plane of(int width, int height, double sizePixels, Random random) {
        double[] noise = new double[width * height];
        Arrays.setAll(noise, i -> random.nextGaussian());
        Plane smooth = Blur.gaussian(new Plane(width, height, noise), sizePixels);
        // A normal distribution of sigma s lets 1 / (4 pi s^2) of the variance of white noise through.
        double deviation = 1 / (2 * Math.sqrt(Math.PI) * sizePixels);
        return smooth.map(value -> value / deviation);
    }
}
