/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import sc.fiji.ahiq.base.error.ImageException;

/**
 * A reference and a distorted image of the same scene, pixel by pixel aligned, with the intensity range they share.
 * Immutable; thread safe as long as nobody writes to the pixels.
 */
public final class ImagePair {

    private final ScaledPlane reference;
    private final ScaledPlane distorted;

    private ImagePair(ScaledPlane reference, ScaledPlane distorted) {
        this.reference = reference;
        this.distorted = distorted;
    }

    /**
     * Checks that the images belong together and finds their range. Grey and RGB may be mixed: grey counts as R = G = B.
     * Sample types may differ only under {@code min-max}, {@code display} or {@code LO:HI}, where one interval means the
     * same intensities in both; {@code auto} and {@code type} would compare, say, 0..255 with 0..65535.
     *
     * @throws ImageException for different sizes, different sample types under {@code auto} or {@code type}, NaN or infinite
     *     pixels, or a range that cannot be resolved
     */
    public static ImagePair of(ImagePlane reference, ImagePlane distorted, RangeRule rule) {
        requireSameSize(reference, distorted);
        requireComparableTypes(reference, distorted, rule);
        PixelScan.requireFinite(reference);
        PixelScan.requireFinite(distorted);
        IntensityRange range = rule.resolve(reference);
        return new ImagePair(new ScaledPlane(reference, range), new ScaledPlane(distorted, range));
    }

    private static void requireSameSize(ImagePlane reference, ImagePlane distorted) {
        if (reference.width() != distorted.width() || reference.height() != distorted.height()) {
            throw new ImageException("Expected images of the same size, but reference " + sizeOf(reference)
                    + " and distorted " + sizeOf(distorted)
                    + ". Scale or crop one of them so that both show the same scene pixel by pixel.");
        }
    }

    private static String sizeOf(ImagePlane image) {
        return image.name() + " is " + image.width() + " x " + image.height();
    }

    private static void requireComparableTypes(ImagePlane reference, ImagePlane distorted, RangeRule rule) {
        if (reference.sampleType() != distorted.sampleType() && !rule.suitsMixedTypes()) {
            throw new ImageException("Expected images of the same sample type, but reference " + typeOf(reference)
                    + " and distorted " + typeOf(distorted)
                    + ". Convert one of them, or, if equal intensities have equal"
                    + " values in both, choose the range min-max, display or LO:HI instead of " + rule + ".");
        }
    }

    private static String typeOf(ImagePlane image) {
        return image.name() + " is " + image.sampleType().label();
    }

    public ScaledPlane reference() {
        return reference;
    }

    public ScaledPlane distorted() {
        return distorted;
    }

    /** The interval mapped to [0, 1] in both images. */
    public IntensityRange range() {
        return reference.range();
    }

    public long width() {
        return reference.width();
    }

    public long height() {
        return reference.height();
    }
}
