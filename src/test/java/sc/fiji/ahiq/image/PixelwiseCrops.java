/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/** The definition of {@link ScaledPlane#readCrop}, one pixel at a time. */
final class PixelwiseCrops {

    private PixelwiseCrops() {}

    static void readCrop(ImagePlane image, IntensityRange range, long left, long top, int size, float[] target) {
        int area = size * size;
        int channels = image.channels().size();
        long[] columns = mirrored(left, size, image.width());
        long[] rows = mirrored(top, size, image.height());
        for (int c = 0; c < channels; c++) {
            RandomAccess<? extends RealType<?>> pixels = image.channels().get(c).randomAccess();
            int next = c * area;
            for (long row : rows) {
                pixels.setPosition(row, 1);
                for (long column : columns) {
                    pixels.setPosition(column, 0);
                    double position = (pixels.get().getRealDouble() - range.lo()) / (range.hi() - range.lo());
                    target[next++] = (float) Math.min(Math.max(position, 0), 1);
                }
            }
        }
        for (int c = channels; c < 3; c++) {
            System.arraycopy(target, 0, target, c * area, area);
        }
    }

    /**
     * Coordinates inside 0..length-1 that {@code start}, {@code start + 1}, ... are mirrored to; the period is 2
     * length - 2.
     */
    private static long[] mirrored(long start, int count, long length) {
        long period = Math.max(1, 2 * length - 2);
        long[] inside = new long[count];
        for (int i = 0; i < count; i++) {
            long phase = Math.floorMod(start + i, period);
            inside[i] = Math.min(phase, period - phase);
        }
        return inside;
    }
}
