/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.function.DoubleBinaryOperator;
import sc.fiji.ahiq.metric.filter.FrequencyGrid;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Components of the Riesz transform, a Hilbert transform in two dimensions: gain -i u / |u|, 0 at the zero frequency.
 */
final class Riesz {

    private Riesz() {}

    /** First order components x and y, then second order xx, xy and yy. */
    static Plane[] of(Plane plane) {
        Spectrum spectrum = Spectrum.of(plane);
        Spectrum first = firstOrder(spectrum);
        Plane[] second = spectrum.realResponses(gain(plane, (fx, fy) -> -fx * fx), gain(plane, (fx, fy) -> -fy * fy));
        Plane mixed = spectrum.response(gain(plane, (fx, fy) -> -fx * fy)).real();
        return new Plane[] {first.real(), first.imaginary(), second[0], mixed, second[1]};
    }

    /**
     * Components x and y as real and imaginary part, from the gains -i fx and fy: one inverse transform. Half the
     * sampling frequency has no sign, so that an odd gain is 0 there.
     */
    private static Spectrum firstOrder(Spectrum spectrum) {
        int width = spectrum.width();
        double[] values = new double[spectrum.values().length];
        for (int y = 0; y < spectrum.height(); y++) {
            for (int x = 0; x < width; x++) {
                double fx = 2 * x == width ? 0 : direction(x, y, width, spectrum.height(), true);
                double fy = 2 * y == spectrum.height() ? 0 : direction(x, y, width, spectrum.height(), false);
                int i = 2 * (y * width + x);
                double re = spectrum.values()[i];
                double im = spectrum.values()[i + 1];
                values[i] = fx * im + fy * re;
                values[i + 1] = fy * im - fx * re;
            }
        }
        return new Spectrum(width, spectrum.height(), values).inverse();
    }

    private static Plane gain(Plane plane, DoubleBinaryOperator f) {
        Plane gain = Plane.zeros(plane.width(), plane.height());
        Rows.forEach(gain, y -> {
            for (int x = 0; x < gain.width(); x++) {
                gain.values()[y * gain.width() + x] = f.applyAsDouble(
                        direction(x, y, gain.width(), gain.height(), true),
                        direction(x, y, gain.width(), gain.height(), false));
            }
        });
        return gain;
    }

    /** Cosine or sine of the angle of a frequency, 0 at the zero frequency. */
    private static double direction(int x, int y, int width, int height, boolean horizontal) {
        double fx = frequency(x, width);
        double fy = frequency(y, height);
        double radius = Math.sqrt(fx * fx + fy * fy);
        return radius == 0 ? 0 : (horizontal ? fx : fy) / radius;
    }

    private static double frequency(int index, int length) {
        return (index < (length + 1) / 2 ? index : index - length) / FrequencyGrid.divisor(length);
    }
}
