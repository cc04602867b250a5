/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.Arrays;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Bands of the complex steerable pyramid of Portilla and Simoncelli, IJCV 40(1), 2000: raised-cosine steps of one
 * octave in frequency, angular windows cos^(n - 1) over half the plane of frequencies, so that responses are complex.
 * Bands are computed one level at a time, without those before, and up to a constant factor.
 */
final class ComplexSteerablePyramid {

    private ComplexSteerablePyramid() {}

    /** The smallest width and height for that many levels. */
    public static int minimumSize(int levels) {
        return 4 << levels;
    }

    /**
     * The bands of one level, 1 the finest, for {@code orientations} directions from the x axis on clockwise. Each has
     * {@code 2^(level - 1)} times fewer columns and rows, rounded up.
     */
    public static Spectrum[] bands(Plane plane, int level, int orientations) {
        Spectrum spectrum = Spectrum.of(plane);
        Spectrum[] bands = new Spectrum[orientations];
        Arrays.setAll(bands, o -> band(spectrum, level, Math.PI * o / orientations, orientations - 1));
        return bands;
    }

    private static Spectrum band(Spectrum spectrum, int level, double direction, int power) {
        int width = halved(spectrum.width(), level - 1);
        int height = halved(spectrum.height(), level - 1);
        double[] values = new double[2 * width * height];
        for (int y = 0; y < height; y++) {
            int fy = signed(y, height);
            for (int x = 0; x < width; x++) {
                int fx = signed(x, width);
                double gain = gain(2.0 * fx / spectrum.width(), 2.0 * fy / spectrum.height(), level, direction, power);
                int from = 2
                        * (Math.floorMod(fy, spectrum.height()) * spectrum.width()
                                + Math.floorMod(fx, spectrum.width()));
                int to = 2 * (y * width + x);
                values[to] = gain * spectrum.values()[from];
                values[to + 1] = gain * spectrum.values()[from + 1];
            }
        }
        return new Spectrum(width, height, values).inverse();
    }

    private static int halved(int length, int times) {
        return times == 0 ? length : halved((length + 1) / 2, times - 1);
    }

    private static int signed(int index, int length) {
        return index < (length + 1) / 2 ? index : index - length;
    }

    /** Gain at a frequency in units of half the sampling frequency. */
    private static double gain(double fx, double fy, int level, double direction, int power) {
        double octave = Math.log(Math.sqrt(fx * fx + fy * fy)) / Math.log(2) + level;
        double angle = Math.IEEEremainder(Math.atan2(fy, fx) - direction, 2 * Math.PI);
        if (octave <= -1 || octave >= 1 || Math.abs(angle) >= Math.PI / 2) {
            return 0;
        }
        return Math.cos(octave * Math.PI / 2) * Math.pow(Math.cos(angle), power);
    }
}
