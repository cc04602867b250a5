/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.Objects;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image read as RGB floats in [0, 1]. It is unbounded: outside, pixels are mirrored at the border without repeating the
 * border pixel (d c b | a b c d | c b a), any distance away; an image one pixel wide is replicated. Thread safe as long as
 * nobody writes to the pixels.
 */
public final class ScaledPlane {

    private static final int RGB = 3;

    private final ImagePlane source;
    private final IntensityRange range;

    /** @param range mapped to [0, 1] */
    public ScaledPlane(ImagePlane source, IntensityRange range) {
        this.source = source;
        this.range = range;
    }

    public ImagePlane source() {
        return source;
    }

    public IntensityRange range() {
        return range;
    }

    public long width() {
        return source.width();
    }

    public long height() {
        return source.height();
    }

    /**
     * Reads the square crop with upper left pixel ({@code left}, {@code top}) as planes (channel, y, x), red first,
     * row-major: {@code 3 * size * size} floats from {@code target[offset]} on. Grey is replicated. Whether a crop may reach
     * beyond the image is up to the caller.
     *
     * @throws IndexOutOfBoundsException if {@code target} is too short
     */
    public void readCrop(long left, long top, int size, float[] target, int offset) {
        int area = Math.multiplyExact(size, size);
        Objects.checkFromIndexSize(offset, Math.multiplyExact(RGB, area), target.length);
        long[] columns = mirrored(left, size, width());
        long[] rows = mirrored(top, size, height());
        int channels = source.channels().size();
        for (int c = 0; c < channels; c++) {
            readPlane(source.channels().get(c), columns, rows, target, offset + c * area);
        }
        for (int c = channels; c < RGB; c++) {
            System.arraycopy(target, offset, target, offset + c * area, area);
        }
    }

    /**
     * Reads the whole image: one plane if it is grey, else red, green and blue, row-major, scaled so that the range becomes
     * 0..255 and clamped to it. 8-bit samples under the range 0..255 come out as they are.
     *
     * @throws ArithmeticException if a plane does not fit into an array
     */
    public double[][] readPlanes() {
        int area = Math.toIntExact(Math.multiplyExact(width(), height()));
        double[][] planes = new double[source.channels().size()][area];
        for (int c = 0; c < planes.length; c++) {
            double[] plane = planes[c];
            int next = 0;
            for (RealType<?> pixel : Views.flatIterable(source.channels().get(c))) {
                plane[next++] = range.toByteScale(pixel.getRealDouble());
            }
        }
        return planes;
    }

    private void readPlane(
            RandomAccessibleInterval<? extends RealType<?>> plane,
            long[] columns,
            long[] rows,
            float[] target,
            int offset) {
        RandomAccess<? extends RealType<?>> access = plane.randomAccess();
        int next = offset;
        for (long row : rows) {
            access.setPosition(row, 1);
            for (long column : columns) {
                access.setPosition(column, 0);
                target[next++] = range.normalize(access.get().getRealDouble());
            }
        }
    }

    /** Coordinates inside 0..length-1 that {@code start}, {@code start + 1}, ... are mirrored to; the period is 2 length - 2. */
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
