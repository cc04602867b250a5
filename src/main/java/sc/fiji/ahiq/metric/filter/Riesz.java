/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

/** Components of the Riesz transform, a Hilbert transform in two dimensions: gain -i u / |u|, 0 at the zero frequency. */
public final class Riesz {

    private Riesz() {}

    /** First order components x and y, then second order xx, xy and yy. */
    public static Plane[] of(Plane plane) {
        Spectrum spectrum = Spectrum.of(plane);
        Spectrum x = component(spectrum, true);
        Spectrum y = component(spectrum, false);
        return new Plane[] {
            x.inverse().real(),
            y.inverse().real(),
            component(x, true).inverse().real(),
            component(x, false).inverse().real(),
            component(y, false).inverse().real()
        };
    }

    private static Spectrum component(Spectrum spectrum, boolean horizontal) {
        int width = spectrum.width();
        int height = spectrum.height();
        double[] values = new double[2 * width * height];
        for (int y = 0; y < height; y++) {
            double fy = frequency(y, height);
            for (int x = 0; x < width; x++) {
                double fx = frequency(x, width);
                double radius = Math.sqrt(fx * fx + fy * fy);
                double gain = radius == 0 ? 0 : (horizontal ? fx : fy) / radius;
                int i = 2 * (y * width + x);
                values[i] = gain * spectrum.values()[i + 1];
                values[i + 1] = -gain * spectrum.values()[i];
            }
        }
        return new Spectrum(width, height, values);
    }

    private static double frequency(int index, int length) {
        return (index < (length + 1) / 2 ? index : index - length) / (double) length;
    }
}
