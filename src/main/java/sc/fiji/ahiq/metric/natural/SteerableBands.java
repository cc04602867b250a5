/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * The steerable pyramid of Simoncelli and Freeman (1995) by Fourier transforms, with six orientations at two scales.
 * Its gains are interpolated linearly from tables, as those of the toolbox matlabPyrTools.
 *
 * @param high what is above all bands
 * @param scales six bands each, from fine to coarse; the coarse ones have half the columns and rows, rounded up
 */
record SteerableBands(Plane high, Plane[][] scales) {

    /** Directions of the bands. */
    static final int ORIENTATIONS = 6;

    private static final int SCALES = 2;
    private static final int ORDER = ORIENTATIONS - 1;

    /** Places of the tables to an octave, and to half a turn. */
    private static final int RADIAL_STEPS = 256;

    private static final int ANGULAR_STEPS = 1024;

    private static final Table HIGH_PASS = radial(false);
    private static final Table LOW_PASS = radial(true);
    private static final Table DIRECTION = angular();

    /** A function of evenly spaced places, constant beyond them. */
    private record Table(double first, double step, double[] values) {

        double at(double x) {
            double place = Math.max(0, Math.min(values.length - 1, (x - first) / step));
            int before = Math.min((int) place, values.length - 2);
            double fraction = place - before;
            return values[before] + fraction * (values[before + 1] - values[before]);
        }
    }

    /** Steps from 0 to 1 (1 to 0 for the low pass) over an octave below the highest frequency, in octaves. */
    private static Table radial(boolean low) {
        double[] values = new double[RADIAL_STEPS + 3];
        for (int i = 1; i < values.length - 1; i++) {
            double cosine = Math.cos(Math.PI * (i - RADIAL_STEPS - 1) / (2 * RADIAL_STEPS));
            values[i] = Math.sqrt(low ? 1 - cosine * cosine : cosine * cosine);
        }
        values[0] = values[1];
        values[values.length - 1] = values[values.length - 2];
        return new Table(-(RADIAL_STEPS + 1.0) / RADIAL_STEPS, 1.0 / RADIAL_STEPS, values);
    }

    /** The fifth power of the cosine where that is positive, normalised; angles in radians. */
    private static Table angular() {
        double gain = Math.pow(2, 2.0 * ORDER) * factorial(ORDER) * factorial(ORDER);
        double norm = 2 * Math.sqrt(gain / (ORIENTATIONS * factorial(2 * ORDER)));
        double[] values = new double[3 * ANGULAR_STEPS + 3];
        for (int i = 0; i < values.length; i++) {
            double cosine = Math.cos(Math.PI * (i - 2 * ANGULAR_STEPS - 1) / ANGULAR_STEPS);
            values[i] = norm * Math.pow(Math.max(0, cosine), ORDER);
        }
        return new Table(-Math.PI * (2 * ANGULAR_STEPS + 1) / ANGULAR_STEPS, Math.PI / ANGULAR_STEPS, values);
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    static SteerableBands of(Plane plane) {
        Spectrum whole = Spectrum.of(plane);
        Frequencies frequencies = Frequencies.of(plane.width(), plane.height(), plane.width(), plane.height());
        Plane high =
                whole.filtered(frequencies.octave.map(HIGH_PASS::at)).inverse().real();
        Spectrum low = whole.filtered(frequencies.octave.map(LOW_PASS::at));
        Plane[][] scales = new Plane[SCALES][];
        for (int scale = 0; scale < SCALES; scale++) {
            int octaves = scale + 1;
            if (scale > 0) {
                low = centre(low);
                frequencies = Frequencies.of(low.width(), low.height(), plane.width(), plane.height());
                low = low.filtered(frequencies.octave.map(octave -> LOW_PASS.at(octave + octaves - 1)));
            }
            Spectrum above = low.filtered(frequencies.octave.map(octave -> HIGH_PASS.at(octave + octaves)));
            scales[scale] = bands(above, frequencies.angle);
        }
        return new SteerableBands(high, scales);
    }

    private static Plane[] bands(Spectrum spectrum, Plane angle) {
        Plane[] bands = new Plane[ORIENTATIONS];
        for (int o = 0; o < ORIENTATIONS; o++) {
            double direction = Math.PI * o / ORIENTATIONS;
            // times -i: the imaginary part of the response is the real part of what is wanted
            bands[o] = spectrum.filtered(angle.map(a -> DIRECTION.at(a - direction)))
                    .inverse()
                    .imaginary();
        }
        return bands;
    }

    /** The lower half of the frequencies along both axes. */
    private static Spectrum centre(Spectrum spectrum) {
        int width = (spectrum.width() + 1) / 2;
        int height = (spectrum.height() + 1) / 2;
        double[] values = new double[2 * width * height];
        for (int y = 0; y < height; y++) {
            int row = Math.floorMod(signed(y, height), spectrum.height()) * spectrum.width();
            for (int x = 0; x < width; x++) {
                int from = 2 * (row + Math.floorMod(signed(x, width), spectrum.width()));
                int to = 2 * (y * width + x);
                values[to] = spectrum.values()[from];
                values[to + 1] = spectrum.values()[from + 1];
            }
        }
        return new Spectrum(width, height, values);
    }

    private static int signed(int index, int length) {
        return index < (length + 1) / 2 ? index : index - length;
    }

    /**
     * Places of a spectrum, zero frequency first.
     *
     * @param octave binary logarithm of the distance from zero frequency, 0 at the highest one along an axis of the
     *     whole image
     * @param angle in radians, clockwise from the x axis
     */
    private record Frequencies(Plane octave, Plane angle) {

        /** Of the lowest frequencies of an image of {@code fullWidth} x {@code fullHeight}. */
        static Frequencies of(int width, int height, int fullWidth, int fullHeight) {
            Plane octave = Plane.zeros(width, height);
            Plane angle = Plane.zeros(width, height);
            for (int y = 0; y < height; y++) {
                double v = signed(y, height) / (fullHeight / 2.0);
                for (int x = 0; x < width; x++) {
                    double u = signed(x, width) / (fullWidth / 2.0);
                    octave.values()[y * width + x] = log2(Math.sqrt(u * u + v * v));
                    angle.values()[y * width + x] = Math.atan2(v, u);
                }
            }
            octave.values()[0] = log2(2.0 / fullWidth);
            return new Frequencies(octave, angle);
        }

        private static double log2(double value) {
            return Math.log(value) / Math.log(2);
        }
    }
}
