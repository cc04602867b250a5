/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;

/** Distortions of where things are. */
final class Displacement {

    private static final int JITTER_PASSES = 5;
    private static final int PATCH_PIXELS = 16;
    private static final int BLOCK_PIXELS = 32;

    /** Patches and blocks take at most this fraction of the width and height of a small image. */
    private static final int FRACTION = 8;

    /** How many patches would fill an image of KADID-10k; in a smaller one there are fewer in proportion. */
    private static final double FILL = 512.0 * 384 / (PATCH_PIXELS * PATCH_PIXELS);

    private Displacement() {}

    /** Every pixel is taken from somewhere near, five times over; distances are normal in x and y. */
    static List<Plane> jittered(List<Plane> planes, double sigmaPixels, Random random) {
        List<Plane> result = planes;
        for (int pass = 0; pass < JITTER_PASSES; pass++) {
            result = jitteredOnce(result, sigmaPixels, random);
        }
        return result;
    }

    private static List<Plane> jitteredOnce(List<Plane> planes, double sigma, Random random) {
        List<Plane> result = new ArrayList<>();
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        planes.forEach(plane -> result.add(Plane.zeros(width, height)));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = Math.max(0, Math.min(width - 1, x + sigma * random.nextGaussian()));
                double fromY = Math.max(0, Math.min(height - 1, y + sigma * random.nextGaussian()));
                for (int p = 0; p < planes.size(); p++) {
                    result.get(p).values()[y * width + x] = between(planes.get(p), fromX, fromY);
                }
            }
        }
        return result;
    }

    /** Bilinear interpolation at a point inside the plane. */
    private static double between(Plane plane, double x, double y) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, plane.width() - 1);
        int bottom = Math.min(top + 1, plane.height() - 1);
        double u = x - left;
        double v = y - top;
        return (1 - v) * ((1 - u) * plane.at(left, top) + u * plane.at(right, top))
                + v * ((1 - u) * plane.at(left, bottom) + u * plane.at(right, bottom));
    }

    /** Copies of this many patches, in small images fewer, each put down up to half its size away from its place. */
    static List<Plane> displacedPatches(List<Plane> planes, double count, Random random) {
        List<Plane> result = copies(planes);
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        int size = Math.min(PATCH_PIXELS, Math.min(width, height) / FRACTION);
        double number = Math.rint(count * Math.min(1, (double) width * height / (size * size * FILL)));
        for (int i = 0; i < number; i++) {
            int left = random.nextInt(width - size + 1);
            int top = random.nextInt(height - size + 1);
            int toLeft = inside(left + displacement(size, random), width - size);
            int toTop = inside(top + displacement(size, random), height - size);
            for (int p = 0; p < planes.size(); p++) {
                put(planes.get(p).crop(left, top, size, size), result.get(p), toLeft, toTop);
            }
        }
        return result;
    }

    private static int displacement(int size, Random random) {
        return (int) Math.rint(size * (random.nextDouble() - 0.5));
    }

    private static int inside(int place, int last) {
        return Math.max(0, Math.min(last, place));
    }

    /** This many square blocks, each of a random colour. */
    static List<Plane> colourBlocks(List<Plane> planes, double count, Random random) {
        List<Plane> result = copies(planes);
        int width = planes.get(0).width();
        int height = planes.get(0).height();
        int size = Math.min(BLOCK_PIXELS, Math.min(width, height) / FRACTION);
        for (int i = 0; i < count; i++) {
            int left = random.nextInt(width - size + 1);
            int top = random.nextInt(height - size + 1);
            for (Plane plane : result) {
                int value = random.nextInt(256);
                put(Plane.zeros(size, size).map(zero -> value), plane, left, top);
            }
        }
        return result;
    }

    private static void put(Plane patch, Plane target, int left, int top) {
        for (int y = 0; y < patch.height(); y++) {
            System.arraycopy(
                    patch.values(),
                    y * patch.width(),
                    target.values(),
                    (top + y) * target.width() + left,
                    patch.width());
        }
    }

    private static List<Plane> copies(List<Plane> planes) {
        return planes.stream()
                .map(plane -> plane.crop(0, 0, plane.width(), plane.height()))
                .toList();
    }

    /** Shrunk to 0.95 - {@code amount}^0.6 of the size and enlarged again, nearest pixels taken both times. */
    static Plane pixelated(Plane plane, double amount) {
        double scale = 0.95 - StrictMath.pow(amount, 0.6);
        int[] columns = nearest(plane.width(), scale);
        int[] rows = nearest(plane.height(), scale);
        Plane result = Plane.zeros(plane.width(), plane.height());
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                result.values()[y * columns.length + x] = plane.at(columns[x], rows[y]);
            }
        }
        return result;
    }

    /** Where each position along an axis comes from. */
    private static int[] nearest(int length, double scale) {
        int small = (int) Math.max(1, Math.rint(scale * length));
        int[] from = new int[length];
        for (int i = 0; i < length; i++) {
            int shrunk = (int) ((i + 0.5) * small / length);
            from[i] = (int) ((shrunk + 0.5) * length / small);
        }
        return from;
    }
}
