/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/** Blurs; the image is mirrored at its border. */
public final class Blur {

    private Blur() {}

    /** By a normal distribution, cut off at three standard deviations. */
    public static Plane gaussian(Plane plane, double sigmaPixels) {
        int reach = (int) Math.ceil(3 * sigmaPixels);
        return LinearFilter.same(plane, Window.gaussian(2 * reach + 1, sigmaPixels), Border.SYMMETRIC);
    }

    /** By a disk, as a lens out of focus does. */
    static Plane lens(Plane plane, double radiusPixels) {
        return LinearFilter.same(plane, disk(radiusPixels), Border.SYMMETRIC);
    }

    private static Kernel disk(double radius) {
        return kernel(radius, (x, y) -> radius + 0.5 - Math.sqrt(x * x + y * y));
    }

    /** Along a line in a random direction. */
    static List<Plane> motion(List<Plane> planes, double lengthPixels, Random random) {
        double angle = Math.PI * random.nextDouble();
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double half = (lengthPixels - 1) / 2;
        Kernel line = kernel(half, (x, y) -> {
            double along = Math.max(-half, Math.min(half, x * cos + y * sin));
            double dx = x - along * cos;
            double dy = y - along * sin;
            return 1 - Math.sqrt(dx * dx + dy * dy);
        });
        return planes.stream()
                .map(plane -> LinearFilter.same(plane, line, Border.SYMMETRIC))
                .toList();
    }

    /** A kernel of sum 1 from its coverage of each pixel, which is clipped to 0..1. */
    private static Kernel kernel(double reach, DoubleBinaryOperator coverage) {
        int radius = (int) Math.ceil(reach);
        int size = 2 * radius + 1;
        double[] taps = new double[size * size];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            double covered = coverage.applyAsDouble(i % size - radius, i / size - radius);
            taps[i] = Math.max(0, Math.min(1, covered));
            sum += taps[i];
        }
        return Kernel.square(size, sum, taps);
    }
}
