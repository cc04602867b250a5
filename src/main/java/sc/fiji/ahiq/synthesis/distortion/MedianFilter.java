/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.Arrays;
import java.util.List;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * The median of a square window of 8-bit samples, kept in a histogram that moves along the rows (T. Huang, G. Yang, G.
 * Tang, A fast two-dimensional median filtering algorithm, IEEE Trans. ASSP 27, 1979). The border is mirrored.
 */
final class MedianFilter {

    private static final int VALUES = 256;
    private static final double SIGMA_PER_PIXEL = 8;

    private final int radius;
    private final int[] histogram = new int[VALUES];
    private int median;
    private int below;

    private MedianFilter(int radius) {
        this.radius = radius;
    }

    /**
     * By a window that grows with the noise: a pixel more to each side for every {@value #SIGMA_PER_PIXEL} grey values.
     */
    static List<Plane> denoised(List<Plane> planes, double sigma) {
        int radius = (int) Math.max(1, Math.rint(sigma / SIGMA_PER_PIXEL));
        return planes.stream()
                .map(plane -> new MedianFilter(radius).filtered(plane))
                .toList();
    }

    private Plane filtered(Plane plane) {
        Plane padded = LinearFilter.padded(plane, radius, radius, radius, radius, Border.SYMMETRIC);
        int size = 2 * radius + 1;
        Plane result = Plane.zeros(plane.width(), plane.height());
        for (int y = 0; y < plane.height(); y++) {
            start();
            for (int x = 0; x < size - 1; x++) {
                count(padded, x, y, 1);
            }
            for (int x = 0; x < plane.width(); x++) {
                count(padded, x + size - 1, y, 1);
                result.values()[y * plane.width() + x] = middle(size * size / 2);
                count(padded, x, y, -1);
            }
        }
        return result;
    }

    private void start() {
        Arrays.fill(histogram, 0);
        median = 0;
        below = 0;
    }

    /** A column of the window enters or leaves. */
    private void count(Plane padded, int x, int y, int change) {
        for (int row = y; row <= y + 2 * radius; row++) {
            int value = (int) padded.at(x, row);
            histogram[value] += change;
            if (value < median) {
                below += change;
            }
        }
    }

    /** The value that has {@code half} values below or equal to it, besides itself. */
    private int middle(int half) {
        while (below > half) {
            below -= histogram[--median];
        }
        while (below + histogram[median] <= half) {
            below += histogram[median++];
        }
        return median;
    }
}
