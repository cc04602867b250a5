/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.Lab;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/** Distortions of the colours of an RGB image. */
final class Colours {

    private static final Lab.White WHITE = Lab.White.D65;
    private static final Kernel SLOPE = new Kernel(3, 1, new double[] {-0.5, 0, 0.5});
    private static final double EDGE_SIGMA_PIXELS = 4;
    private static final double PERCENTILE = 0.01;

    private Colours() {}

    /**
     * Colours run into each other and grow: a* and b* blurred by 1.5 {@code amount} + 2 pixels and multiplied by
     * {@code amount}.
     */
    static List<Plane> diffusion(List<Plane> planes, double amount, Random random) {
        Lab lab = Lab.of(planes.get(0), planes.get(1), planes.get(2), WHITE);
        return new Lab(lab.lightness(), diffused(lab.a(), amount), diffused(lab.b(), amount)).rgb(WHITE);
    }

    private static Plane diffused(Plane plane, double amount) {
        return Blur.gaussian(plane, 1.5 * amount + 2).map(value -> amount * value);
    }

    /** Green moves by a distance in a random direction, the more the nearer an edge is. */
    static List<Plane> shift(List<Plane> planes, double pixels, Random random) {
        Plane green = planes.get(1);
        double angle = 2 * Math.PI * random.nextDouble();
        int dx = (int) Math.rint(pixels * StrictMath.cos(angle));
        int dy = (int) Math.rint(pixels * StrictMath.sin(angle));
        int margin = (int) Math.ceil(pixels);
        Plane moved = LinearFilter.padded(green, margin, margin, margin, margin, Border.SYMMETRIC)
                .crop(margin - dx, margin - dy, green.width(), green.height());
        Plane change = moved.minus(green).times(edges(YCbCr.luma(planes)));
        return List.of(planes.get(0), green.zip(change, Double::sum), planes.get(2));
    }

    /** 0 where the plane is flat, 1 at its edges. */
    private static Plane edges(Plane plane) {
        Plane across = LinearFilter.same(plane, SLOPE, Border.REPLICATE);
        Plane down = LinearFilter.same(plane, SLOPE.transposed(), Border.REPLICATE);
        Plane slope = Blur.gaussian(across.zip(down, (a, b) -> Math.sqrt(a * a + b * b)), EDGE_SIGMA_PIXELS);
        double[] sorted = slope.values().clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (PERCENTILE * sorted.length)];
        double high = sorted[(int) ((1 - PERCENTILE) * sorted.length)];
        return slope.map(value -> Math.max(low, Math.min(high, value))).stretched();
    }

    /** The saturation S of HSV times a factor, hue and value kept; a negative factor gives complementary colours. */
    static List<Plane> saturation(List<Plane> planes, double factor, Random random) {
        Plane value = planes.get(0).max(planes.get(1)).max(planes.get(2));
        return planes.stream()
                .map(plane -> value.zip(plane, (v, c) -> v - factor * (v - c)))
                .toList();
    }

    /** The chroma of CIE L*a*b* times a factor. */
    static List<Plane> chroma(List<Plane> planes, double factor, Random random) {
        Lab lab = Lab.of(planes.get(0), planes.get(1), planes.get(2), WHITE);
        return new Lab(lab.lightness(), lab.a().map(a -> factor * a), lab.b().map(b -> factor * b)).rgb(WHITE);
    }
}
