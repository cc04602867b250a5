/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.SameSize;
import sc.fiji.ahiq.image.ScaledPlane;

/**
 * A reference image, ready to be compared with distorted ones: its range is resolved and its pixels are checked once,
 * and what metrics look at is made once, when it is first asked for. Thread safe as long as nobody writes to the
 * pixels.
 */
public final class Reference {

    private final ImagePlane plane;
    private final RangeRule rule;
    private final ScaledPlane scaled;
    private final boolean comparedOften;
    private PlanarImage planar;

    private Reference(ImagePlane plane, RangeRule rule, IntensityRange range, boolean comparedOften) {
        this.plane = plane;
        this.rule = rule;
        this.scaled = new ScaledPlane(plane, range);
        this.comparedOften = comparedOften;
    }

    /**
     * A reference that resolves the range of its pairs by itself.
     *
     * @throws ImageException if it has NaN or infinite pixels, or the range cannot be resolved
     */
    public static Reference of(ImagePlane plane, RangeRule rule) {
        plane.requireFinite();
        return new Reference(plane, rule, rule.resolve(plane), false);
    }

    /**
     * A reference that is a part of an image, such as a slice of a stack, by whose range it is scaled.
     *
     * @param rule by which {@code range} was resolved
     * @throws ImageException if it has NaN or infinite pixels
     */
    public static Reference of(ImagePlane plane, RangeRule rule, IntensityRange range) {
        plane.requireFinite();
        return new Reference(plane, rule, range, false);
    }

    /** The same; metrics may keep what they compute of it, for more than one distorted image is to come. */
    public Reference comparedOften() {
        Reference often = new Reference(plane, rule, scaled.range(), true);
        often.planar = planar;
        return often;
    }

    public boolean isComparedOften() {
        return comparedOften;
    }

    /**
     * A distorted image of the same scene, pixel by pixel aligned. Grey and RGB may be mixed: grey counts as R = G = B.
     * Sample types may differ only under {@code min-max}, {@code plane}, {@code display} or {@code LO:HI}, where one
     * interval means the same intensities in both, or under {@code each-type}, where each image is scaled by its own
     * type; {@code auto} and {@code type} would compare, say, 0..255 with 0..65535.
     *
     * @throws ImageException for another size, another sample type under {@code auto} or {@code type}, or NaN or
     *     infinite pixels
     */
    public Distorted distorted(ImagePlane image) {
        SameSize.require(plane, image);
        requireComparableTypes(image);
        image.requireFinite();
        return new Distorted(new ScaledPlane(image, rule.ofDistorted(image, scaled.range())));
    }

    private void requireComparableTypes(ImagePlane image) {
        if (plane.sampleType() != image.sampleType() && !rule.suitsMixedTypes()) {
            throw new ImageException("Expected images of the same sample type, but reference " + typeOf(plane)
                    + " and distorted " + typeOf(image)
                    + ". Choose the range each-type if each image fills the range of its type, such as 0..65535 and"
                    + " 0..255; or, if equal intensities have equal values in both, min-max, display or LO:HI instead of "
                    + rule + ".");
        }
    }

    private static String typeOf(ImagePlane image) {
        return image.name() + " is " + image.sampleType().label();
    }

    /** The pixels as they are. */
    public ImagePlane plane() {
        return plane;
    }

    /**
     * The interval of pixel values that counts as black to white in this image and, but for {@code each-type}, in all
     * that are compared with it. */
    public IntensityRange range() {
        return scaled.range();
    }

    /** Crops as floats in [0, 1]. */
    public ScaledPlane scaled() {
        return scaled;
    }

    /** The whole image as samples in 0..255, 8 bytes each. */
    public synchronized PlanarImage planar() {
        if (planar == null) {
            planar = PlanarImage.of(scaled);
        }
        return planar;
    }
}
