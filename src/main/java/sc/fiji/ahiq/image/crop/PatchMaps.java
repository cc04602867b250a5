/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.crop;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * The patch scores f and patch weights w of crops, stitched into two maps of their image.
 *
 * <p>A crop of {@code cropSize} x {@code cropSize} pixels has {@code n} x {@code n} patches, so each patch fills a
 * square of {@code cropSize / n} pixels. Where crops overlap, the weight of a pixel is the mean of the weights there
 * and its score is {@code sum(f*w) / sum(w)}; if these weights are all 0, the plain mean of the scores. Hence {@code
 * sum(f*w) / sum(w)} over the pixels aggregates all crops, and over a single crop it is the score of that crop. A
 * pixel outside every crop is NaN in both maps; a score or weight that is not finite spreads to the pixels it covers.
 *
 * <p>An image may have been padded at the right and bottom to make room for crops: parts of crops outside the image are
 * left out.
 *
 * <p>Holds the patches only, 8 n<sup>2</sup> bytes per crop, and renders rows on demand. Immutable and thread safe as
 * long as nobody writes to the arrays that it was made of.
 */
public final class PatchMaps {

    private final int width;
    private final int height;
    private final int cropSize;
    private final int patchSize;
    private final Crop[] crops;
    private final CropRows rows;
    private final float[][] patchScores;
    private final float[][] patchWeights;

    /**
     * @param width of the image in pixels, without padding
     * @param height of the image in pixels, without padding
     * @param cropSize width and height of a crop in pixels
     * @param crops at least one, each with a pixel in the image
     * @param patchScores f of each crop, row-major {@code (n, n)}, where n divides {@code cropSize}; not copied
     * @param patchWeights w of each crop in the same layout, at least 0; not copied
     * @throws IllegalArgumentException if the arguments do not agree
     */
    public PatchMaps(
            int width, int height, int cropSize, List<Crop> crops, float[][] patchScores, float[][] patchWeights) {
        if (crops.isEmpty() || crops.size() != patchScores.length || crops.size() != patchWeights.length) {
            throw new IllegalArgumentException("Expected scores and weights of each of " + crops.size()
                    + " crops, at least one; found " + patchScores.length + " and " + patchWeights.length);
        }
        this.width = width;
        this.height = height;
        this.cropSize = cropSize;
        this.patchSize = patchSize(cropSize, patchScores[0].length);
        this.crops = crops.toArray(Crop[]::new);
        for (Crop crop : this.crops) {
            if (crop.left() >= width || crop.top() >= height) {
                throw new IllegalArgumentException(crop + " lies outside the image of " + width + " x " + height);
            }
        }
        this.rows = new CropRows(this.crops, cropSize);
        requireGrids(patchScores);
        requireGrids(patchWeights);
        this.patchScores = patchScores.clone();
        this.patchWeights = patchWeights.clone();
    }

    private static int patchSize(int cropSize, int patches) {
        int n = (int) Math.round(Math.sqrt(patches));
        if (n < 1 || n * n != patches || cropSize < 1 || cropSize % n != 0) {
            throw new IllegalArgumentException(
                    patches + " patches are not a square grid that divides a crop of " + cropSize + " pixels");
        }
        return cropSize / n;
    }

    private void requireGrids(float[][] grids) {
        int n = cropSize / patchSize;
        for (int i = 0; i < grids.length; i++) {
            if (grids[i].length != n * n) {
                throw new IllegalArgumentException(
                        "Crop " + i + " has " + grids[i].length + " patches, not " + n + " x " + n);
            }
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Receives patches. */
    @FunctionalInterface
    public interface PatchVisitor {

        /**
         * @param crop number of its crop, from 0
         * @param left first column in the image
         * @param top first row; patches of padded images may lie outside
         * @param score f
         * @param weight w
         */
        void patch(int crop, int left, int top, float score, float weight);
    }

    /** Tells all patches, crop by crop and row by row. */
    public void forEachPatch(PatchVisitor visitor) {
        int n = cropSize / patchSize;
        for (int c = 0; c < crops.length; c++) {
            for (int i = 0; i < n * n; i++) {
                int left = crops[c].left() + i % n * patchSize;
                int top = crops[c].top() + i / n * patchSize;
                visitor.patch(c, left, top, patchScores[c][i], patchWeights[c][i]);
            }
        }
    }

    /** Width and height of a crop in pixels. */
    public int cropSize() {
        return cropSize;
    }

    /** Width and height of a patch in pixels. */
    public int patchSize() {
        return patchSize;
    }

    /**
     * Renders row {@code y} of both maps into the first {@link #width()} elements of the arrays.
     *
     * @throws IndexOutOfBoundsException if {@code y} is not a row of the image or an array is too short
     */
    public void row(int y, float[] scores, float[] weights) {
        Objects.checkIndex(y, height);
        StitchedRow row = new StitchedRow(width);
        render(y, row);
        System.arraycopy(row.scores(), 0, scores, 0, width);
        System.arraycopy(row.weights(), 0, weights, 0, width);
    }

    /**
     * The score map f, {@code (width, height)}, of an image of any size: bands of rows are rendered when they are read,
     * and kept as long as there is memory for them. Thread safe; not to be written to.
     */
    public RandomAccessibleInterval<FloatType> quality() {
        return RenderedMap.of(this, StitchedRow::scores);
    }

    /** The weight map w; see {@link #quality()}. */
    public RandomAccessibleInterval<FloatType> weight() {
        return RenderedMap.of(this, StitchedRow::weights);
    }

    /**
     * The whole score map f, row-major {@code (height, width)}.
     *
     * @throws ImageException if the image has 2^31 pixels or more
     */
    public float[] scoreMap() {
        return map(StitchedRow::scores);
    }

    /**
     * The whole weight map w, row-major {@code (height, width)}.
     *
     * @throws ImageException if the image has 2^31 pixels or more
     */
    public float[] weightMap() {
        return map(StitchedRow::weights);
    }

    private float[] map(Function<StitchedRow, float[]> values) {
        if ((long) width * height > Integer.MAX_VALUE) {
            throw new ImageException("Expected at most 2^31 - 1 pixels to hold a whole map in memory, but the image is "
                    + width + " x " + height + ". Show the map of a region, or write it to a file.");
        }
        float[] map = new float[width * height];
        RowRenderer renderer = new RowRenderer(this);
        for (int y = 0; y < height; y++) {
            System.arraycopy(values.apply(renderer.row(y)), 0, map, y * width, width);
        }
        return map;
    }

    /**
     * {@code sum(f*w) / sum(w)} over all covered pixels, summed in double precision from the float values of the maps;
     * NaN if all weights are 0.
     */
    public double weightedMean() {
        double weightedScores = 0;
        double weights = 0;
        RowRenderer renderer = new RowRenderer(this);
        for (int y = 0; y < height; y++) {
            StitchedRow row = renderer.row(y);
            for (int x = 0; x < width; x++) {
                if (row.isCovered(x)) {
                    weightedScores += (double) row.scores()[x] * row.weights()[x];
                    weights += row.weights()[x];
                }
            }
        }
        return weightedScores / weights;
    }

    /** Fraction of the pixels of the image inside at least one crop, in (0, 1]; counted exactly. */
    public double coverage() {
        return rows.coveredPixels(width, height) / ((double) width * height);
    }

    /**
     * Renders row {@code y}.
     *
     * @return the first row below that may look different
     */
    int render(int y, StitchedRow row) {
        row.clear();
        int end = Math.min(height, rows.nextTop(y));
        for (int i : rows.in(y)) {
            Crop crop = crops[i];
            int patchRow = (y - crop.top()) / patchSize;
            row.add(crop.left(), patchSize, cropSize / patchSize, patchRow, patchScores[i], patchWeights[i]);
            end = Math.min(end, crop.top() + (patchRow + 1) * patchSize);
        }
        row.finish();
        return end;
    }
}
