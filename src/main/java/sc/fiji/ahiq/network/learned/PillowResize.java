/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Reference;

/**
 * Shrinks images as Python's Pillow does bilinearly, with antialiasing: rows and then columns, each rounded to 8 bits.
 * Images of more than 8 bits are rounded to 8 bits first.
 */
final class PillowResize {

    private static final int RGB = 3;
    private static final int WEIGHT_BITS = 22;
    private static final RangeRule SAMPLES = RangeRule.parse("0:255");

    private PillowResize() {}

    /** The image with its shorter side shrunk to {@code side}; itself if that is no longer. */
    static ScaledPlane shorterSide(ScaledPlane image, int side) {
        int width = Math.toIntExact(image.width());
        int height = Math.toIntExact(image.height());
        int shorter = Math.min(width, height);
        if (shorter <= side) {
            return image;
        }
        int toWidth = width == shorter ? side : (int) ((long) side * width / shorter);
        int toHeight = height == shorter ? side : (int) ((long) side * height / shorter);
        return resized(image, width, height, toWidth, toHeight);
    }

    private static ScaledPlane resized(ScaledPlane image, int width, int height, int toWidth, int toHeight) {
        float[] floats = new float[RGB * width * height];
        image.readBox(0, 0, width, height, floats, 0);
        List<RandomAccessibleInterval<UnsignedByteType>> planes = new ArrayList<>();
        for (int c = 0; c < RGB; c++) {
            int[] samples = new int[width * height];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.round(floats[c * samples.length + i] * 255);
            }
            int[] narrow = shrinkRows(samples, width, height, toWidth);
            int[] small = transpose(
                    shrinkRows(transpose(narrow, toWidth, height), height, toWidth, toHeight), toHeight, toWidth);
            planes.add(ArrayImgs.unsignedBytes(toBytes(small), toWidth, toHeight));
        }
        return Reference.of(ImagePlane.of(image.source().name(), planes), SAMPLES)
                .scaled();
    }

    private static int[] shrinkRows(int[] samples, int width, int height, int to) {
        int[] result = new int[to * height];
        for (int x = 0; x < to; x++) {
            Taps taps = Taps.of(x, width, to);
            for (int y = 0; y < height; y++) {
                result[y * to + x] = taps.apply(samples, y * width);
            }
        }
        return result;
    }

    private static int[] transpose(int[] samples, int width, int height) {
        int[] result = new int[samples.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + y] = samples[y * width + x];
            }
        }
        return result;
    }

    private static byte[] toBytes(int[] samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return bytes;
    }

    /** The samples that one result is a mean of, with their weights in fixed point. */
    private record Taps(int first, long[] weights) {

        static Taps of(int index, int from, int to) {
            double scale = (double) from / to;
            double center = (index + 0.5) * scale;
            double support = Math.max(1, scale);
            int first = Math.max(0, (int) (center - support + 0.5));
            int end = Math.min(from, (int) (center + support + 0.5));
            double[] triangle = new double[end - first];
            double sum = 0;
            for (int i = 0; i < triangle.length; i++) {
                triangle[i] = Math.max(0, 1 - Math.abs((first + i - center + 0.5) / support));
                sum += triangle[i];
            }
            long[] weights = new long[triangle.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.round(triangle[i] / sum * (1 << WEIGHT_BITS));
            }
            return new Taps(first, weights);
        }

        int apply(int[] samples, int offset) {
            long sum = 1L << WEIGHT_BITS - 1;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * samples[offset + first + i];
            }
            return (int) Math.max(0, Math.min(255, sum >> WEIGHT_BITS));
        }
    }
}
