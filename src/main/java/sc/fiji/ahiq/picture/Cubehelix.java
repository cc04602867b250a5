/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.process.LUT;

/**
 * The colours of all maps: dark to bright with evenly rising lightness, so that they keep their order in greyscale print and
 * for the colour-blind. By the formula of D. A. Green, A colour scheme for the display of astronomical intensity images,
 * Bull. Astr. Soc. India 39 (2011), with start 0.5, -1.5 rotations, hue 1 and gamma 1.
 */
public final class Cubehelix {

    static final int COLOURS = 256;

    private static final double START = 0.5;
    private static final double ROTATIONS = -1.5;
    private static final double HUE = 1;
    private static final double[][] BASIS = {{-0.14861, 1.78277}, {-0.29227, -0.90649}, {1.97294, 0}};

    private Cubehelix() {}

    /** From black (index 0) to white (255). */
    static LUT lut() {
        byte[][] table = new byte[3][COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            int rgb = rgb(i / (COLOURS - 1.0));
            table[0][i] = (byte) (rgb >> 16);
            table[1][i] = (byte) (rgb >> 8);
            table[2][i] = (byte) rgb;
        }
        return new LUT(table[0], table[1], table[2]);
    }

    /** Packed colours of the values of a map, -1 for NaN. */
    public static int[] rgb(float[] values) {
        int[] colours = new int[values.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Float.isNaN(values[i]) ? -1 : rgb(values[i]);
        }
        return colours;
    }

    /** Packed colour of a value in 0..1; values outside are clamped. */
    public static int rgb(double value) {
        double lambda = Math.max(0, Math.min(1, value));
        double angle = 2 * Math.PI * (START / 3 + 1 + ROTATIONS * lambda);
        double amplitude = HUE * lambda * (1 - lambda) / 2;
        int rgb = 0;
        for (double[] row : BASIS) {
            double colour = lambda + amplitude * (row[0] * Math.cos(angle) + row[1] * Math.sin(angle));
            rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, colour)));
        }
        return rgb;
    }
}
