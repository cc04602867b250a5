/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * NIQE (Mittal, Soundararajan, Bovik 2013): how far the statistics of an image are from those of pristine ones. Lower
 * is better, about 2 to 20. The image is cropped to multiples of 96 from its upper left corner. What is flat is
 * ill-conditioned: rounding decides whether its values count as negative or positive. Immutable and thread safe.
 */
public final class Niqe {

    /** Side of a block. */
    public static final int BLOCK = 96;

    /** Of the sharpest block. */
    private static final double SHARP = 0.75;

    private final SceneModel pristine;
    private final Variant variant;

    /** How details are computed. */
    public enum Variant {
        /** The release of the authors, in MATLAB. */
        RELEASE(Luminance.MATLAB, new Contrast(false, 0, true)),
        /** The toolbox IQA-PyTorch. */
        PYIQA(Luminance.REC601, new Contrast(true, Contrast.DOUBLE_EPSILON, true));

        private final Luminance luminance;
        private final Contrast contrast;

        Variant(Luminance luminance, Contrast contrast) {
            this.luminance = luminance;
            this.contrast = contrast;
        }
    }

    public Niqe(SceneModel pristine, Variant variant) {
        this.pristine = pristine;
        this.variant = variant;
    }

    /**
     * The score of an image.
     *
     * @throws ImageException if it has fewer than two blocks that are not flat
     */
    public double score(PlanarImage image) {
        return score(variant.luminance.of(image));
    }

    double score(Plane luminance) {
        return pristine.distance(SceneModel.fit(blocks(luminance, variant)));
    }

    /**
     * The features of all blocks of an image, 36 each, from left to right and from top to bottom.
     *
     * @throws ImageException if it has none
     */
    public static List<double[]> blocks(PlanarImage image, Variant variant) {
        return blocks(variant.luminance.of(image), variant);
    }

    private static List<double[]> blocks(Plane luminance, Variant variant) {
        int columns = luminance.width() / BLOCK;
        int rows = luminance.height() / BLOCK;
        if (columns * rows < 1) {
            throw new ImageException(
                    "NIQE needs images of at least " + BLOCK + " x " + BLOCK + " pixels, but this one has "
                            + luminance.width() + " x " + luminance.height() + ". Choose larger images.");
        }
        Plane whole = luminance.crop(0, 0, columns * BLOCK, rows * BLOCK);
        Plane first = variant.contrast.normalised(whole);
        Plane second = variant.contrast.normalised(BicubicHalf.of(whole));
        List<double[]> blocks = new ArrayList<>();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                blocks.add(SceneFeatures.joined(features(first, x, y, BLOCK), features(second, x, y, BLOCK / 2)));
            }
        }
        return blocks;
    }

    /**
     * The features of the blocks whose mean deviation is above three quarters of that of the sharpest one, by which
     * models of pristine images are made.
     *
     * @throws ImageException if it has no block
     */
    public static List<double[]> sharpBlocks(PlanarImage image, Variant variant) {
        List<double[]> all = blocks(image, variant);
        int columns = image.width() / BLOCK;
        int rows = image.height() / BLOCK;
        Plane deviation =
                variant.contrast.deviation(variant.luminance.of(image).crop(0, 0, columns * BLOCK, rows * BLOCK));
        double[] sharpness = IntStream.range(0, all.size())
                .mapToDouble(i -> DoubleStream.of(deviation
                                .crop(i % columns * BLOCK, i / columns * BLOCK, BLOCK, BLOCK)
                                .values())
                        .average()
                        .orElse(0))
                .toArray();
        double threshold = SHARP * DoubleStream.of(sharpness).max().orElse(0);
        return IntStream.range(0, all.size())
                .filter(i -> sharpness[i] > threshold)
                .mapToObj(all::get)
                .toList();
    }

    private static double[] features(Plane values, int x, int y, int side) {
        return SceneFeatures.scaled(values.crop(x * side, y * side, side, side));
    }

    /**
     * Fits a model to blocks of pristine images.
     *
     * @throws ImageException if there are fewer than two that are not flat
     */
    public static SceneModel fit(List<double[]> blocks) {
        return SceneModel.fit(blocks);
    }
}
