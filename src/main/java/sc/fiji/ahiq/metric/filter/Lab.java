/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/**
 * An image in the colour space CIE L*a*b*.
 *
 * @param lightness L*, 0..100
 * @param a green to red
 * @param b blue to yellow
 */
public record Lab(Plane lightness, Plane a, Plane b) {

    private static final double[] WHITE = {0.9642119944211994, 1, 0.8251882845188288};
    private static final double EPSILON = 0.008856;
    private static final double KAPPA = 903.3;

    /** From sRGB samples in 0..255 (IEC 61966-2-1), with the white of illuminant D50. */
    public static Lab of(Plane red, Plane green, Plane blue) {
        Lab lab = new Lab(
                Plane.zeros(red.width(), red.height()),
                Plane.zeros(red.width(), red.height()),
                Plane.zeros(red.width(), red.height()));
        Rows.forEach(red, y -> {
            for (int i = y * red.width(); i < (y + 1) * red.width(); i++) {
                double r = linear(red.values()[i]);
                double g = linear(green.values()[i]);
                double b = linear(blue.values()[i]);
                double fx = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
                double fy = cubeRoot((0.2126729 * r + 0.7151522 * g + 0.0721750 * b) / WHITE[1]);
                double fz = cubeRoot((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE[2]);
                lab.lightness.values()[i] = 116 * fy - 16;
                lab.a.values()[i] = 500 * (fx - fy);
                lab.b.values()[i] = 200 * (fy - fz);
            }
        });
        return lab;
    }

    private static double linear(double sample) {
        double v = sample / 255;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double cubeRoot(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }
}
