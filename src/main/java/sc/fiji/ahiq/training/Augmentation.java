/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which mirrored and turned versions of crops are trained on; those of a pair are always the same. */
enum Augmentation {
    /** Crops as they are. */
    NONE,
    /** Left and right exchanged in half of them; published. */
    HORIZONTAL,
    /** Also top and bottom. */
    FLIPS,
    /** All eight symmetries of the square: flips and turns by 90 degrees. */
    SYMMETRIES;

    static String pattern() {
        return Stream.of(values()).map(Augmentation::toString).collect(Collectors.joining("|"));
    }

    /** Draws a version; every version is equally likely. */
    Symmetry draw(Random random) {
        boolean mirrorX = random.nextBoolean();
        boolean mirrorY = random.nextBoolean();
        boolean transpose = random.nextBoolean();
        return new Symmetry(
                this != NONE && mirrorX, ordinal() >= FLIPS.ordinal() && mirrorY, this == SYMMETRIES && transpose);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A symmetry of the square: mirrored left to right, top to bottom, then rows and columns exchanged. */
    record Symmetry(boolean mirrorX, boolean mirrorY, boolean transpose) {

        /** Applies it to square planes in place. */
        void apply(float[] planes, int offset, int count, int size) {
            int area = size * size;
            for (int plane = offset; plane < offset + count * area; plane += area) {
                if (mirrorX) {
                    swap(planes, plane, size, 1, size);
                }
                if (mirrorY) {
                    swap(planes, plane, size, size, 1);
                }
                if (transpose) {
                    transpose(planes, plane, size);
                }
            }
        }

        /** Reverses the order along the axis with stride {@code along}. */
        private static void swap(float[] values, int plane, int size, int along, int across) {
            for (int line = 0; line < size; line++) {
                int start = plane + line * across;
                for (int low = start, high = start + (size - 1) * along; low < high; low += along, high -= along) {
                    exchange(values, low, high);
                }
            }
        }

        private static void transpose(float[] values, int plane, int size) {
            for (int row = 1; row < size; row++) {
                for (int column = 0; column < row; column++) {
                    exchange(values, plane + row * size + column, plane + column * size + row);
                }
            }
        }

        private static void exchange(float[] values, int i, int j) {
            float value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
