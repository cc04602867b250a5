/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * A complex plane, row by row, real and imaginary parts alternating: usually the discrete Fourier transform of a plane,
 * zero frequency first. The array is not copied and must not be written to once the spectrum is shared.
 *
 * @param width columns
 * @param height rows
 * @param values {@code 2 * width * height} numbers
 */
public record Spectrum(int width, int height, double[] values) {

    private static final int TILE = 16;

    /** @throws IllegalArgumentException if the number of values does not fit the size */
    public Spectrum {
        if (2L * width * height != values.length) {
            throw new IllegalArgumentException(
                    "Not a spectrum of " + width + " x " + height + ": " + values.length + " values");
        }
    }

    /** The forward transform, not scaled. */
    public static Spectrum of(Plane plane) {
        double[] values = new double[2 * plane.area()];
        for (int i = 0; i < plane.area(); i++) {
            values[2 * i] = plane.values()[i];
        }
        return new Spectrum(plane.width(), plane.height(), values).transformed(false);
    }

    /** The inverse transform, scaled by one over the number of values. */
    public Spectrum inverse() {
        return new Spectrum(width, height, values.clone()).transformed(true);
    }

    /** Each value times the real number of the filter at its place. */
    public Spectrum filtered(Plane filter) {
        double[] product = new double[values.length];
        Rows.forEach(filter, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                product[2 * i] = values[2 * i] * filter.values()[i];
                product[2 * i + 1] = values[2 * i + 1] * filter.values()[i];
            }
        });
        return new Spectrum(width, height, product);
    }

    /**
     * The real responses to two filters from one inverse transform; this must be the transform of a real plane, and the
     * gains of each filter the same at opposite frequencies.
     */
    public Plane[] realResponses(Plane first, Plane second) {
        double[] sum = new double[values.length];
        Rows.forEach(first, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                double a = first.values()[i];
                double b = second.values()[i];
                sum[2 * i] = a * values[2 * i] - b * values[2 * i + 1];
                sum[2 * i + 1] = a * values[2 * i + 1] + b * values[2 * i];
            }
        });
        Spectrum both = new Spectrum(width, height, sum).transformed(true);
        return new Plane[] {both.real(), both.imaginary()};
    }

    /** {@link #filtered} followed by {@link #inverse}. */
    public Spectrum response(Plane filter) {
        return filtered(filter).transformed(true);
    }

    public Plane real() {
        Plane real = Plane.zeros(width, height);
        for (int i = 0; i < real.area(); i++) {
            real.values()[i] = values[2 * i];
        }
        return real;
    }

    public Plane imaginary() {
        Plane imaginary = Plane.zeros(width, height);
        for (int i = 0; i < imaginary.area(); i++) {
            imaginary.values()[i] = values[2 * i + 1];
        }
        return imaginary;
    }

    public Plane magnitude() {
        Plane magnitude = Plane.zeros(width, height);
        Rows.forEach(magnitude, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                double re = values[2 * i];
                double im = values[2 * i + 1];
                magnitude.values()[i] = Math.sqrt(re * re + im * im);
            }
        });
        return magnitude;
    }

    private Spectrum transformed(boolean inverse) {
        transformRows(values, width, height, inverse);
        double[] turned = transposed(values, width, height);
        transformRows(turned, height, width, inverse);
        return new Spectrum(width, height, transposed(turned, height, width));
    }

    private static void transformRows(double[] values, int width, int height, boolean inverse) {
        DoubleFFT_1D transform = new DoubleFFT_1D(width);
        Rows.forEach(height, width, y -> {
            if (inverse) {
                transform.complexInverse(values, 2 * y * width, true);
            } else {
                transform.complexForward(values, 2 * y * width);
            }
        });
    }

    /** Tile by tile, which keeps both arrays in the processor's cache. */
    private static double[] transposed(double[] values, int width, int height) {
        double[] turned = new double[values.length];
        Rows.forEach((width + TILE - 1) / TILE, height * TILE, tile -> {
            int right = Math.min(width, (tile + 1) * TILE);
            for (int top = 0; top < height; top += TILE) {
                int bottom = Math.min(height, top + TILE);
                for (int x = tile * TILE; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        int from = 2 * (y * width + x);
                        int to = 2 * (x * height + y);
                        turned[to] = values[from];
                        turned[to + 1] = values[from + 1];
                    }
                }
            }
        });
        return turned;
    }
}
