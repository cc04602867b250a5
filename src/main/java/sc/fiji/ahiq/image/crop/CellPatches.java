/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

/** See {@link PatchMaps#ofCells}. */
final class CellPatches extends PatchMaps {

    private final int cellSize;
    private final int columns;
    private final int rows;
    private final float[] scores;
    private final float[] weights;

    CellPatches(int width, int height, int cellSize, float[] scores, float[] weights) {
        super(width, height);
        this.cellSize = cellSize;
        this.columns = (width - 1) / cellSize + 1;
        this.rows = (height - 1) / cellSize + 1;
        if (scores.length != columns * rows || weights.length != scores.length) {
            throw new IllegalArgumentException("Expected " + columns + " x " + rows + " cells of " + width + " x "
                    + height + " pixels, found " + scores.length + " scores and " + weights.length + " weights");
        }
        this.scores = scores;
        this.weights = weights;
    }

    @Override
    public void forEachPatch(PatchVisitor visitor) {
        for (int i = 0; i < scores.length; i++) {
            visitor.patch(0, i % columns * cellSize, i / columns * cellSize, scores[i], weights[i]);
        }
    }

    @Override
    public int patchSize() {
        return cellSize;
    }

    @Override
    public double coverage() {
        return 1;
    }

    @Override
    int render(int y, StitchedRow row) {
        float[] betweenScores = between(scores, y);
        float[] betweenWeights = between(weights, y);
        for (int x = 0; x < width(); x++) {
            double place = place(x, columns);
            row.set(x, at(betweenScores, place), at(betweenWeights, place));
        }
        return y + 1;
    }

    /** The cells of a column of the grid at row {@code y} of the image, between those above and below it. */
    private float[] between(float[] cells, int y) {
        double place = place(y, rows);
        int upper = (int) place;
        int lower = Math.min(upper + 1, rows - 1);
        float share = (float) (place - upper);
        float[] between = new float[columns];
        for (int c = 0; c < columns; c++) {
            float a = cells[upper * columns + c];
            between[c] = a + share * (cells[lower * columns + c] - a);
        }
        return between;
    }

    private static float at(float[] values, double place) {
        int left = (int) place;
        int right = Math.min(left + 1, values.length - 1);
        return values[left] + (float) (place - left) * (values[right] - values[left]);
    }

    /** Where a pixel lies among the centres of so many cells. */
    private double place(int pixel, int count) {
        return Math.max(0, Math.min((pixel + 0.5) / cellSize - 0.5, count - 1));
    }
}
