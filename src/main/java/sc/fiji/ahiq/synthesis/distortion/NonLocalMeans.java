/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Means of pixels with similar surroundings (A. Buades, B. Coll, J.-M. Morel, Non-local means denoising, IPOL 1, 2011):
 * patches of 5 x 5 within a window of 9 x 9 pixels, weights exp(-max(d^2 - 2 sigma^2, 0) / h^2). Each shift of the
 * picture against itself is treated at once for all pixels, and for the opposite shift. The border is mirrored.
 */
final class NonLocalMeans {

    private static final int SEARCH = 4;
    private static final int PATCH = 2;
    private static final int PATCH_AREA = (2 * PATCH + 1) * (2 * PATCH + 1);
    private static final int MARGIN = SEARCH + PATCH;
    private static final double STRENGTH = 0.55;

    /** Weights by (d^2 - 2 sigma^2) / h^2, from 0 in steps of 1 / {@value #STEPS_PER_UNIT} to where they vanish. */
    private static final int STEPS_PER_UNIT = 64;

    private static final double[] WEIGHTS = new double[16 * STEPS_PER_UNIT];

    static {
        Arrays.setAll(WEIGHTS, i -> StrictMath.exp(-i / (double) STEPS_PER_UNIT));
    }

    private final int width;
    private final int height;
    private final double sigma;
    private final double[][] samples;
    private final double[][] sums;
    private final double[] totals;
    private final double[] columns;

    private NonLocalMeans(List<Plane> noisy, double sigma) {
        this.sigma = sigma;
        width = noisy.get(0).width() + 2 * MARGIN;
        height = noisy.get(0).height() + 2 * MARGIN;
        samples = noisy.stream()
                .map(plane -> LinearFilter.padded(plane, MARGIN, MARGIN, MARGIN, MARGIN, Border.SYMMETRIC)
                        .values())
                .toArray(double[][]::new);
        sums = Arrays.stream(samples).map(double[]::clone).toArray(double[][]::new);
        totals = new double[width * height];
        Arrays.fill(totals, 1);
        columns = new double[width];
    }

    static List<Plane> denoised(List<Plane> planes, double sigma) {
        NonLocalMeans means = new NonLocalMeans(planes, sigma);
        for (int dy = 0; dy <= SEARCH; dy++) {
            for (int dx = dy == 0 ? 1 : -SEARCH; dx <= SEARCH; dx++) {
                means.add(dx, dy);
            }
        }
        return means.result();
    }

    /** Adds to every pixel the one that lies (dx, dy) from it, and the other way round. */
    private void add(int dx, int dy) {
        int offset = dy * width + dx;
        double scale = STEPS_PER_UNIT / (STRENGTH * STRENGTH * sigma * sigma);
        double divisor = PATCH_AREA * samples.length;
        int left = PATCH + Math.max(0, -dx);
        int right = width - PATCH - Math.max(0, dx);
        for (int y = PATCH; y < height - PATCH - dy; y++) {
            moveColumns(y, offset, left - PATCH, right + PATCH);
            double patch = 0;
            for (int x = left - PATCH; x < left + PATCH; x++) {
                patch += columns[x];
            }
            for (int x = left; x < right; x++) {
                patch += columns[x + PATCH];
                double excess = (patch / divisor - 2 * sigma * sigma) * scale;
                if (excess < WEIGHTS.length) {
                    add(y * width + x, offset, WEIGHTS[(int) Math.max(0, excess)]);
                }
                patch -= columns[x - PATCH];
            }
        }
    }

    /**
     * Brings the sums of squared differences down the columns of the patches to a row, from the row above it. All of
     * them are whole numbers, so that sums are exact.
     */
    private void moveColumns(int row, int offset, int from, int to) {
        if (row == PATCH) {
            Arrays.fill(columns, 0);
            for (int y = 0; y < 2 * PATCH; y++) {
                addDifferences(y, offset, from, to, 1);
            }
        } else {
            addDifferences(row - PATCH - 1, offset, from, to, -1);
        }
        addDifferences(row + PATCH, offset, from, to, 1);
    }

    private void addDifferences(int row, int offset, int from, int to, int sign) {
        int start = row * width;
        for (double[] plane : samples) {
            for (int x = from; x < to; x++) {
                double difference = plane[start + x] - plane[start + x + offset];
                columns[x] += sign * difference * difference;
            }
        }
    }

    private void add(int place, int offset, double weight) {
        totals[place] += weight;
        totals[place + offset] += weight;
        for (int p = 0; p < samples.length; p++) {
            sums[p][place] += weight * samples[p][place + offset];
            sums[p][place + offset] += weight * samples[p][place];
        }
    }

    private List<Plane> result() {
        List<Plane> planes = new ArrayList<>();
        Plane total = new Plane(width, height, totals);
        for (double[] sum : sums) {
            planes.add(new Plane(width, height, sum)
                    .zip(total, (s, t) -> s / t)
                    .crop(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN));
        }
        return planes;
    }
}
