/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.List;

/**
 * An image in the colour space CIE L*a*b*.
 *
 * @param lightness L*, 0..100
 * @param a green to red
 * @param b blue to yellow
 */
public record Lab(Plane lightness, Plane a, Plane b) {

    /** The colour that counts as white: X, Y and Z. */
    public enum White {
        /** Daylight of 5000 K: sRGB, which is defined for D65, looks blue by it. Metrics of some authors want it so. */
        D50(0.9642119944211994, 0.8251882845188288),

        /** The white of sRGB, by which R = G = B is neutral: a* = b* = 0. */
        D65(0.9504700, 1.0888300);

        private final double x;
        private final double z;

        White(double x, double z) {
            this.x = x;
            this.z = z;
        }
    }

    private static final double EPSILON = 0.008856;
    private static final double KAPPA = 903.3;

    /** From sRGB samples in 0..255 (IEC 61966-2-1). */
    public static Lab of(Plane red, Plane green, Plane blue, White white) {
        Lab lab = new Lab(
                Plane.zeros(red.width(), red.height()),
                Plane.zeros(red.width(), red.height()),
                Plane.zeros(red.width(), red.height()));
        Rows.forEach(red, y -> {
            for (int i = y * red.width(); i < (y + 1) * red.width(); i++) {
                double r = linear(red.values()[i]);
                double g = linear(green.values()[i]);
                double b = linear(blue.values()[i]);
                double fx = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white.x);
                double fy = cubeRoot(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
                double fz = cubeRoot((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / white.z);
                lab.lightness.values()[i] = 116 * fy - 16;
                lab.a.values()[i] = 500 * (fx - fy);
                lab.b.values()[i] = 200 * (fy - fz);
            }
        });
        return lab;
    }

    private static double linear(double sample) {
        double v = sample / 255;
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double cubeRoot(double t) {
        return t > EPSILON ? StrictMath.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    /** Red, green and blue, the inverse of {@link #of}; colours beyond sRGB are clipped to 0..255. */
    public List<Plane> rgb(White white) {
        int width = lightness.width();
        int height = lightness.height();
        List<Plane> rgb = List.of(Plane.zeros(width, height), Plane.zeros(width, height), Plane.zeros(width, height));
        Rows.forEach(lightness, row -> {
            for (int i = row * width; i < (row + 1) * width; i++) {
                double fy = (lightness.values()[i] + 16) / 116;
                double x = white.x * cube(fy + a.values()[i] / 500);
                double y = cube(fy);
                double z = white.z * cube(fy - b.values()[i] / 200);
                rgb.get(0).values()[i] = sample(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
                rgb.get(1).values()[i] = sample(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
                rgb.get(2).values()[i] = sample(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
            }
        });
        return rgb;
    }

    private static double cube(double f) {
        double t = f * f * f;
        return t > EPSILON ? t : (116 * f - 16) / KAPPA;
    }

    private static double sample(double linear) {
        double v = Math.max(0, Math.min(1, linear));
        return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055);
    }
}
