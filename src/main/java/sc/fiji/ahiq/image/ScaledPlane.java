/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import java.util.Objects;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * An image read as RGB floats in [0, 1]. It is unbounded: outside, pixels are mirrored at the border without
 * repeating the border pixel (d c b | a b c d | c b a), any distance away; an image one pixel wide is replicated.
 * Thread safe as long as nobody writes to the pixels.
 */
public final class ScaledPlane {

    private static final int RGB = 3;

    private final ImagePlane source;
    private final IntensityRange range;
    private final List<SampleBlocks> channels;

    /** @param range mapped to [0, 1] */
    public ScaledPlane(ImagePlane source, IntensityRange range) {
        this.source = source;
        this.range = range;
        this.channels = source.blocks();
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
     * row-major: {@code 3 * size * size} floats from {@code target[offset]} on. Grey is replicated. No other pixels
     * of the image are read. Whether a crop may reach beyond the image is up to the caller.
     *
     * @throws IndexOutOfBoundsException if {@code target} is too short
     */
    public void readCrop(long left, long top, int size, float[] target, int offset) {
        readBox(left, top, size, size, target, offset);
    }

    /** The same of a box that need not be square: {@code 3 * width * height} floats. */
    public void readBox(long left, long top, int width, int height, float[] target, int offset) {
        int area = Math.multiplyExact(width, height);
        Objects.checkFromIndexSize(offset, Math.multiplyExact(RGB, area), target.length);
        for (int c = 0; c < channels.size(); c++) {
            int start = offset + c * area;
            channels.get(c)
                    .forEachRow(
                            left,
                            top,
                            width,
                            height,
                            (x, y, samples) -> normalize(samples, target, start + (int) (y - top) * width));
        }
        for (int c = channels.size(); c < RGB; c++) {
            System.arraycopy(target, offset, target, offset + c * area, area);
        }
    }

    private void normalize(double[] samples, float[] target, int start) {
        for (int i = 0; i < samples.length; i++) {
            target[start + i] = range.normalize(samples[i]);
        }
    }

    /**
     * Reads the whole image: one plane if it is grey, else red, green and blue, row-major, scaled so that the range
     * becomes 0..255 and clamped to it. 8-bit samples under the range 0..255 come out as they are. Takes 8 bytes for
     * a sample.
     *
     * @throws ImageException if a plane has more pixels than an array takes
     */
    public double[][] readPlanes() {
        double[][] planes = new double[channels.size()][source.requireArea()];
        for (int c = 0; c < planes.length; c++) {
            double[] plane = planes[c];
            channels.get(c).forEachTile((x, y, samples) -> scale(samples, plane, (int) (y * width() + x)));
        }
        return planes;
    }

    private void scale(double[] samples, double[] target, int start) {
        for (int i = 0; i < samples.length; i++) {
            target[start + i] = range.toByteScale(samples[i]);
        }
    }
}
