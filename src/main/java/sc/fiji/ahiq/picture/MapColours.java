/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.picture;

import ij.process.LUT;
import java.util.Arrays;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * The colours of maps, by the names that their lookup tables have in ImageJ: dark to bright with evenly rising
 * lightness, so that they keep their order in greyscale print and for the colour-blind. <i>inferno</i> and
 * <i>viridis</i> are those of matplotlib (S. van der Walt and N. Smith, 2015, CC0), at 17 even steps and straight lines
 * between them, which differ from it by 6 of 255 at most.
 */
public enum MapColours {
    INFERNO(
            "mpl-inferno",
            0x000004,
            0x0b0724,
            0x210c4a,
            0x3d0965,
            0x56106e,
            0x70196e,
            0x89226a,
            0xa32c61,
            0xbb3654,
            0xd14545,
            0xe35932,
            0xf1721e,
            0xf98c0a,
            0xfcaa0f,
            0xf9c932,
            0xf2e865,
            0xfcffa4),
    VIRIDIS(
            "mpl-viridis",
            0x440154,
            0x48186a,
            0x472d7b,
            0x424086,
            0x3b528b,
            0x33638d,
            0x2c728e,
            0x26828e,
            0x21908c,
            0x1f9f88,
            0x27ad81,
            0x3ebc74,
            0x5cc863,
            0x82d34d,
            0xaadc32,
            0xd5e21a,
            0xfde725),
    GRAYS("grays", 0x000000, 0xffffff);

    private static final int COLOURS = 256;

    private final String label;
    private final int[] steps;

    MapColours(String label, int... steps) {
        this.label = label;
        this.steps = steps;
    }

    /** @throws UsageException for another name than those of ImageJ's lookup tables */
    public static MapColours parse(String name) {
        return Arrays.stream(values())
                .filter(colours -> colours.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown colours '" + name + "': expected "
                        + Arrays.stream(values()).map(one -> one.label).collect(Collectors.joining(", ")) + "."));
    }

    /** From dark (index 0) to bright (255). */
    LUT lut() {
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
    public int[] rgb(float[] values) {
        int[] colours = new int[values.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Float.isNaN(values[i]) ? -1 : rgb(values[i]);
        }
        return colours;
    }

    /** Packed colour of a value in 0..1; values outside are clamped. */
    public int rgb(double value) {
        double place = Math.max(0, Math.min(1, value)) * (steps.length - 1);
        int step = Math.min((int) place, steps.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = steps[step] >> shift & 0xff;
            int to = steps[step + 1] >> shift & 0xff;
            rgb = rgb << 8 | (int) Math.round(from + (to - from) * (place - step));
        }
        return rgb;
    }
}
