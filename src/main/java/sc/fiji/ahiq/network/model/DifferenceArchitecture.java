/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import java.util.Map;
import sc.fiji.ahiq.network.design.NetworkDesign;
import sc.fiji.ahiq.network.design.TensorShapes;

/**
 * Sizes of a network that sees nothing but the differences of the ImageNet features of two images: EfficientNet-Lite0
 * (Tan and Le, ICML 2019) up to a 16th of height and width, three kinds of differences for each channel of the image,
 * the stem and blocks 0, 2, 4 and 10, and a judge that gives each cell of 16 x 16 pixels a distance and a weight. It
 * takes images of any size. All counts are channels.
 *
 * @param hidden of the first 1 x 1 convolution of the judge
 * @param deep of the second
 * @param attention of the 1 x 1 convolution before the weight
 * @param judges how many judges there are; the score is the geometric mean of theirs
 */
public record DifferenceArchitecture(int hidden, int deep, int attention, int judges) implements NetworkDesign {

    /** Height and width of a cell in pixels. */
    public static final int CELL = 16;

    /** Of the image, the stem and blocks 0, 2, 4 and 10 together. */
    static final int FEATURES = 3 + 32 + 16 + 24 + 40 + 112;

    /** Of the image, the stem and block 0 together, at half the size of the image or more. */
    private static final int FINE_FEATURES = 3 + 32 + 16;

    /**
     * Differences of a cell: direction, mean and structure of each feature, contrast gained and lost of each fine one,
     * and how much brighter and darker each colour is.
     */
    public static final int DIFFERENCES = 3 * FEATURES + 2 * FINE_FEATURES + 2 * 3;

    /** Pixels beyond a cell that its distance and weight depend on, to each side, at most; a multiple of the cell. */
    public static final int HALO = 192;

    /** A judge of about 50 thousand parameters. */
    public static DifferenceArchitecture standard() {
        return new DifferenceArchitecture(64, 32, 8, 1);
    }

    /**
     * Name and shape of every tensor of {@code weights.safetensors}: the keys of the published file of
     * EfficientNet-Lite0 below {@code backbone.}, {@code head.gain} (mean variance of each feature in pristine images),
     * {@code head.scale} (what differences are multiplied by), and the convolutions of the judges below {@code judge.},
     * grouped by judge.
     */
    @Override
    public Map<String, long[]> tensorShapes() {
        TensorShapes shapes = new TensorShapes();
        LiteBackbone.addTo(shapes);
        shapes.add("head.gain", FEATURES);
        shapes.add("head.scale", DIFFERENCES);
        shapes.add("judge.conv0.weight", judges * hidden, DIFFERENCES, 1, 1);
        shapes.add("judge.conv1.weight", judges * deep, hidden, 1, 1);
        shapes.add("judge.distance.weight", judges, deep, 1, 1);
        shapes.add("judge.attention0.weight", judges * attention, DIFFERENCES, 1, 1);
        shapes.addBiased("judge.attention1", judges, attention, 1, 1);
        return shapes.byName();
    }

    @Override
    public Map<String, Object> toYaml() {
        return ArchitectureYaml.write(this);
    }

    @Override
    public String words() {
        return "a network that compares whole images";
    }
}
