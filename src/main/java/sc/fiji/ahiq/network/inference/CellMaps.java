/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;

/**
 * How much each cell of 16 x 16 pixels of an image differs from the reference, and how much that counts. Immutable,
 * thread safe. The last cells of a row or column may lie in the image in part; they count by that part.
 */
final class CellMaps {

    private static final int CELL = DifferenceArchitecture.CELL;

    private final int width;
    private final int height;
    private final int columns;
    private final float[] distances;
    private final float[] weights;

    /**
     * @param width of the image in pixels
     * @param height of the image in pixels
     * @param distances of the cells, row by row; at least 0
     * @param weights in the same order, in (0, 1)
     */
    CellMaps(int width, int height, float[] distances, float[] weights) {
        this.width = width;
        this.height = height;
        this.columns = cells(width);
        this.distances = distances;
        this.weights = weights;
    }

    /**
     * What several judges say together: the score is the geometric mean of theirs. A judge counts in a cell by its
     * weight there over its mean weight in the image.
     *
     * @param distances by each judge
     * @param weights by each judge
     */
    static CellMaps ofJudges(int width, int height, float[][] distances, float[][] weights) {
        if (distances.length == 1) {
            return new CellMaps(width, height, distances[0], weights[0]);
        }
        double[] means = new double[weights.length];
        double least = 1;
        for (int judge = 0; judge < means.length; judge++) {
            means[judge] = new CellMaps(width, height, distances[judge], weights[judge]).meanWeight();
            least = Math.min(least, means[judge]);
        }
        float[] distance = new float[distances[0].length];
        float[] weight = new float[distance.length];
        for (int i = 0; i < distance.length; i++) {
            double shares = 0;
            double sum = 0;
            for (int judge = 0; judge < means.length; judge++) {
                double share = weights[judge][i] / means[judge];
                shares += share;
                sum += share * distances[judge][i];
            }
            distance[i] = (float) (sum / shares);
            weight[i] = (float) (least * shares / means.length);
        }
        return new CellMaps(width, height, distance, weight);
    }

    /** Cells along a side of so many pixels. */
    static int cells(int pixels) {
        return (pixels + CELL - 1) / CELL;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Of the cells, row by row. */
    float[] distances() {
        return distances;
    }

    /** In the same order. */
    float[] weights() {
        return weights;
    }

    /** exp(-D), where D is the mean distance over all pixels, weighted; 1 if nothing differs, and never above. */
    public double score() {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < distances.length; i++) {
            double share = share(i);
            sum += share * distances[i];
            weight += share;
        }
        return Math.exp(-sum / weight);
    }

    private double share(int cell) {
        return (double) weights[cell] * covered(cell % columns, width) * covered(cell / columns, height);
    }

    /** Over all pixels. */
    private double meanWeight() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += share(i);
        }
        return sum / ((double) width * height);
    }

    private static int covered(int cell, int size) {
        return Math.min(CELL, size - cell * CELL);
    }

    boolean isFinite() {
        return Double.isFinite(score());
    }

    /** Patch scores exp(-d), 0 to 1, and patch weights. */
    PatchMaps patches() {
        float[] scores = new float[distances.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(-distances[i]);
        }
        return PatchMaps.ofCells(width, height, CELL, scores, weights);
    }
}
