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
 * The patch scores f and patch weights w of an image, as two maps of it. Patches are those of crops, or cells that
 * cover the whole image. Holds the patches only, and renders rows on demand. Immutable and thread safe as long as
 * nobody writes to the arrays that it was made of.
 */
public abstract sealed class PatchMaps permits CropPatches, CellPatches {

    private final int width;
    private final int height;

    PatchMaps(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Of crops, stitched.
     *
     * <p>A crop of {@code cropSize} x {@code cropSize} pixels has {@code n} x {@code n} patches, so each patch fills a
     * square of {@code cropSize / n} pixels. Where crops overlap, the weight of a pixel is the mean of the weights
     * there and its score is {@code sum(f*w) / sum(w)}; if these weights are all 0, the plain mean of the scores. Hence
     * {@code sum(f*w) / sum(w)} over the pixels aggregates all crops, and over a single crop it is the score of that
     * crop. A pixel outside every crop is NaN in both maps; a score or weight that is not finite spreads to the pixels
     * it covers.
     *
     * <p>With a {@code blend} of some pixels, a crop counts the less the nearer its border is, along those of its
     * borders that lie inside the image: in these means it has the share {@code sin^2(pi/2 (i + 1/2) / blend)} in the
     * i-th column or row from there, i below {@code blend}. So the maps have no steps there.
     *
     * <p>An image may have been padded at the right and bottom to make room for crops: parts of crops outside the image
     * are left out.
     *
     * @param width of the image in pixels, without padding
     * @param height of the image in pixels, without padding
     * @param cropSize width and height of a crop in pixels
     * @param blend pixels, 0 for none
     * @param crops at least one, each with a pixel in the image
     * @param patchScores f of each crop, row-major {@code (n, n)}, where n divides {@code cropSize}; not copied
     * @param patchWeights w of each crop in the same layout, at least 0; not copied
     * @throws IllegalArgumentException if the arguments do not agree
     */
    public static PatchMaps ofCrops(
            int width,
            int height,
            int cropSize,
            int blend,
            List<Crop> crops,
            float[][] patchScores,
            float[][] patchWeights) {
        return new CropPatches(width, height, cropSize, blend, crops, patchScores, patchWeights);
    }

    /**
     * Of cells that cover the whole image, from the top left; those at the right and bottom may lie in it in part.
     * Between their centres the maps are linear, so that they show no edges of cells.
     *
     * @param width of the image in pixels
     * @param height of the image in pixels
     * @param cellSize width and height of a cell in pixels
     * @param scores f of the cells, row by row; not copied
     * @param weights w in the same order; not copied
     * @throws IllegalArgumentException if the arguments do not agree
     */
    public static PatchMaps ofCells(int width, int height, int cellSize, float[] scores, float[] weights) {
        return new CellPatches(width, height, cellSize, scores, weights);
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

    /** Tells all patches, crop by crop and row by row; cells are those of one crop. */
    public abstract void forEachPatch(PatchVisitor visitor);

    /** Width and height of a patch in pixels. */
    public abstract int patchSize();

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

    /** Fraction of the pixels of the image that have a score, in (0, 1]; counted exactly. */
    public abstract double coverage();

    /**
     * Renders row {@code y}.
     *
     * @return the first row below that may look different
     */
    abstract int render(int y, StitchedRow row);
}
