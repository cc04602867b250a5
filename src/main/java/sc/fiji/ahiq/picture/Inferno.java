/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.process.LUT;

/**
 * The colours of all maps: dark to bright with evenly rising lightness, so that they keep their order in greyscale
 * print and for the colour-blind. The colour map <i>inferno</i> of matplotlib (S. van der Walt and N. Smith, 2015,
 * CC0), at 17 even steps and straight lines between them, which differ from it by 6 of 255 at most.
 */
public final class Inferno {

    static final int COLOURS = 256;

    private static final int[] STEPS = {
        0x000004, 0x0b0724, 0x210c4a, 0x3d0965, 0x56106e, 0x70196e, 0x89226a, 0xa32c61, 0xbb3654, 0xd14545, 0xe35932,
        0xf1721e, 0xf98c0a, 0xfcaa0f, 0xf9c932, 0xf2e865, 0xfcffa4
    };

    private Inferno() {}

    /** From black (index 0) to pale yellow (255). */
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
        double place = Math.max(0, Math.min(1, value)) * (STEPS.length - 1);
        int step = Math.min((int) place, STEPS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STEPS[step] >> shift & 0xff;
            int to = STEPS[step + 1] >> shift & 0xff;
            rgb = rgb << 8 | (int) Math.round(from + (to - from) * (place - step));
        }
        return rgb;
    }
}
