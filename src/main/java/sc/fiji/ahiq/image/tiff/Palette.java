/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.util.Arrays;

/** The colour map of a page as 8-bit colours. */
final class Palette {

    private static final int ENTRIES = 256;
    private static final int COLOURS = 3;

    private Palette() {}

    /**
     * Red, green and blue of each index. Colour maps have 16 bits, of which the upper 8 are taken, as all readers do;
     * where all of these are zero, the writer meant the lower ones.
     */
    static byte[][] table(PixelKind kind) {
        long[] map = kind.colourMap();
        int shift = Arrays.stream(map).allMatch(value -> value < ENTRIES) ? 0 : 8;
        int entries = map.length / COLOURS;
        byte[][] table = new byte[COLOURS][ENTRIES];
        for (int colour = 0; colour < COLOURS; colour++) {
            for (int i = 0; i < entries; i++) {
                table[colour][i] = (byte) (map[colour * entries + i] >> shift);
            }
        }
        return table;
    }

    static boolean isGrey(byte[][] table) {
        return Arrays.equals(table[0], table[1]) && Arrays.equals(table[1], table[2]);
    }
}
