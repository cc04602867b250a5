/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import java.util.function.DoubleUnaryOperator;

/** Planes of other sizes. */
public final class Resampling {

    private static final double CUBIC = -0.5;
    private static final double LANCZOS_RADIUS = 3;

    private Resampling() {}

    /**
     * The factor by which most metrics shrink an image to a viewing distance: the shorter side over 256, rounded, at
     * least 1.
     */
    public static int viewingFactor(int width, int height) {
        return (int) Math.max(1, Math.round(Math.min(width, height) / 256.0));
    }

    /**
     * Means of the blocks of {@code size} x {@code size} pixels; an incomplete last column or row of blocks is left
     * out.
     */
    public static Plane blockMeans(Plane plane, int size) {
        if (size == 1) {
            return plane;
        }
        Plane result = Plane.zeros(plane.width() / size, plane.height() / size);
        Rows.forEach(result, y -> {
            for (int x = 0; x < result.width(); x++) {
                result.values()[y * result.width() + x] = blockSum(plane, x * size, y * size, size) / (size * size);
            }
        });
        return result;
    }

    private static double blockSum(Plane plane, int left, int top, int size) {
        double sum = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                sum += plane.at(x, y);
            }
        }
        return sum;
    }

    /**
     * A box mean around every {@code size}-th pixel, as the metrics' authors shrink images: the box reaches
     * {@code size / 2} pixels to the left and up if the size is odd, one less if it is even.
     */
    public static Plane boxDecimated(Plane plane, int size, Border border) {
        if (size == 1) {
            return plane;
        }
        int before = (size - 1) / 2;
        Plane padded = LinearFilter.padded(plane, before, before, size - 1 - before, size - 1 - before, border);
        Plane result = Plane.zeros((plane.width() + size - 1) / size, (plane.height() + size - 1) / size);
        Rows.forEach(result, y -> {
            for (int x = 0; x < result.width(); x++) {
                result.values()[y * result.width() + x] = blockSum(padded, x * size, y * size, size) / (size * size);
            }
        });
        return result;
    }

    /**
     * Bilinear interpolation between pixel centres, the border replicated; the triangle does not widen when shrinking.
     */
    public static Plane bilinear(Plane plane, int width, int height) {
        Plane wide = along(plane, width, plane.width() / (double) width, 1, 1, Resampling::triangle);
        return along(wide.transposed(), height, plane.height() / (double) height, 1, 1, Resampling::triangle)
                .transposed();
    }

    /** Bilinear interpolation that maps the corner pixels onto the corner pixels. */
    public static Plane bilinearCorners(Plane plane, int width, int height) {
        Plane wide = alongCorners(plane, width);
        return alongCorners(wide.transposed(), height).transposed();
    }

    /** Cubic convolution (Keys, a = -0.5); the kernel widens when shrinking, the border is symmetric. */
    public static Plane bicubic(Plane plane, int width, int height) {
        return bicubic(plane, width, height, width / (double) plane.width(), height / (double) plane.height());
    }

    /** Cubic convolution to {@code scale} times the size, rounded up. */
    public static Plane bicubic(Plane plane, double scale) {
        int width = (int) Math.ceil(plane.width() * scale);
        int height = (int) Math.ceil(plane.height() * scale);
        return bicubic(plane, width, height, scale, scale);
    }

    private static Plane bicubic(Plane plane, int width, int height, double scaleX, double scaleY) {
        return widening(plane, width, height, scaleX, scaleY, 2, Resampling::cubic);
    }

    /** The Lanczos kernel of radius 3; it widens when shrinking, the border is symmetric. */
    public static Plane lanczos(Plane plane, int width, int height) {
        double scaleX = width / (double) plane.width();
        double scaleY = height / (double) plane.height();
        return widening(plane, width, height, scaleX, scaleY, LANCZOS_RADIUS, Resampling::lanczos);
    }

    private static Plane widening(
            Plane plane,
            int width,
            int height,
            double scaleX,
            double scaleY,
            double radius,
            DoubleUnaryOperator kernel) {
        Plane wide = along(plane, width, 1 / scaleX, radius, Math.min(1, scaleX), kernel);
        return along(wide.transposed(), height, 1 / scaleY, radius, Math.min(1, scaleY), kernel)
                .transposed();
    }

    private static double lanczos(double distance) {
        double d = Math.PI * Math.abs(distance);
        if (d < 1e-9) {
            return 1;
        }
        double radius = LANCZOS_RADIUS * Math.PI;
        return d < radius ? StrictMath.sin(d) / d * StrictMath.sin(d / LANCZOS_RADIUS) / (d / LANCZOS_RADIUS) : 0;
    }

    private static double triangle(double distance) {
        return Math.max(0, 1 - Math.abs(distance));
    }

    private static double cubic(double distance) {
        double d = Math.abs(distance);
        if (d <= 1) {
            return ((CUBIC + 2) * d - (CUBIC + 3)) * d * d + 1;
        }
        return d < 2 ? ((CUBIC * d - 5 * CUBIC) * d + 8 * CUBIC) * d - 4 * CUBIC : 0;
    }

    /**
     * Resamples the rows.
     *
     * @param step pixels from one new centre to the next
     * @param radius of the kernel
     * @param shrink by which distances are multiplied before they enter the kernel
     */
    private static Plane along(
            Plane plane, int width, double step, double radius, double shrink, DoubleUnaryOperator kernel) {
        int count = 2 * (int) Math.ceil(radius / shrink) + 1;
        int[] from = new int[width * count];
        double[] weights = new double[width * count];
        for (int x = 0; x < width; x++) {
            double centre = (x + 0.5) * step - 0.5;
            int first = (int) Math.floor(centre) - count / 2 + 1;
            double sum = 0;
            for (int k = x * count; k < (x + 1) * count; k++) {
                int index = first + k - x * count;
                weights[k] = kernel.applyAsDouble((centre - index) * shrink);
                from[k] = Border.SYMMETRIC.inside(index, plane.width());
                sum += weights[k];
            }
            for (int k = x * count; k < (x + 1) * count; k++) {
                weights[k] /= sum;
            }
        }
        return gathered(plane, width, count, from, weights);
    }

    private static Plane alongCorners(Plane plane, int width) {
        int[] from = new int[2 * width];
        double[] weights = new double[2 * width];
        double step = width > 1 ? (plane.width() - 1.0) / (width - 1) : 0;
        for (int x = 0; x < width; x++) {
            int left = (int) Math.min(Math.floor(x * step), plane.width() - 1);
            double fraction = x * step - left;
            from[2 * x] = left;
            from[2 * x + 1] = Math.min(left + 1, plane.width() - 1);
            weights[2 * x] = 1 - fraction;
            weights[2 * x + 1] = fraction;
        }
        return gathered(plane, width, 2, from, weights);
    }

    private static Plane gathered(Plane plane, int width, int count, int[] from, double[] weights) {
        Plane result = Plane.zeros(width, plane.height());
        Rows.forEach(result, y -> {
            int row = y * plane.width();
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = x * count; k < (x + 1) * count; k++) {
                    sum += weights[k] * plane.values()[row + from[k]];
                }
                result.values()[y * width + x] = sum;
            }
        });
        return result;
    }
}
