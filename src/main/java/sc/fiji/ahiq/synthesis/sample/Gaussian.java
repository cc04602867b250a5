/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

/** Convolution with a normal distribution cut off at three standard deviations; the border is mirrored. */
final class Gaussian {

    private final double[] weights;

    Gaussian(double sigmaPixels) {
        int radius = (int) Math.ceil(3 * sigmaPixels);
        weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double d = (i - radius) / sigmaPixels;
            weights[i] = StrictMath.exp(-d * d / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    Plane blur(Plane plane) {
        return alongRows(alongRows(plane));
    }

    /** The result is transposed, so that doing this twice blurs both ways and brings rows back to rows. */
    private Plane alongRows(Plane plane) {
        Plane result = new Plane(plane.height(), plane.width());
        int radius = weights.length / 2;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * plane.get(mirror(x + i - radius, plane.width()), y);
                }
                result.set(y, x, sum);
            }
        }
        return result;
    }

    private static int mirror(int i, int size) {
        int positive = i < 0 ? -1 - i : i;
        return positive < size ? positive : 2 * size - 1 - positive;
    }
}
