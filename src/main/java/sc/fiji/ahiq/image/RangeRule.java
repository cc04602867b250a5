/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import java.util.Locale;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * How pixel values become the network's [0, 1]. One interval is found from the reference and applied to both images,
 * so a change of brightness or contrast between them stays visible to the score. Values outside are clamped, as
 * saving in 8 bits would do, but nothing is quantised.
 *
 * <ul> <li>{@code type}: the full range of the sample type: 0..255, 0..65535, and 0..1 for float. <li>{@code
 * display}: the reference's display range. <li>{@code min-max}: the smallest and largest pixel value of the
 * reference, over all channels that are compared together and all slices and frames, whatever region is compared:
 * scores of the planes of a stack are on one scale. <li>{@code plane}: the smallest and largest pixel value of what
 * is compared, a region of a plane of the reference. <li>{@code LO:HI}: this interval, such as {@code 0:4095}.
 * <li>{@code auto}: {@code type} for 8-bit and RGB, {@code min-max} for 16-bit and float.
 * </ul>
 *
 * <p>{@code min-max}, {@code plane}, and {@code auto} of 16-bit and float images, read all pixels that they speak of,
 * tile by tile; the others read none. So a huge image of which few crops are scored is best given {@code LO:HI} or
 * {@code type}. A float image is read once in any case, for NaN and infinite pixels are refused.
 */
public final class RangeRule {

    private enum Kind {
        AUTO,
        TYPE,
        EACH_TYPE,
        DISPLAY,
        MIN_MAX,
        PLANE,
        EXPLICIT;

        String keyword() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static final RangeRule AUTO = new RangeRule(Kind.AUTO, null);

    private static final String EXPLICIT_HINT = " Give an explicit range such as 0:255 or 0:65535.";

    private final Kind kind;
    private final IntensityRange explicit;

    private RangeRule(Kind kind, IntensityRange explicit) {
        this.kind = kind;
        this.explicit = explicit;
    }

    /**
     * @throws UsageException unless the text is one of {@code auto}, {@code type}, {@code each-type}, {@code display},
     *        {@code min-max}, {@code plane}, {@code LO:HI}
     */
    public static RangeRule parse(String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.EXPLICIT && kind.keyword().equals(text)) {
                return new RangeRule(kind, null);
            }
        }
        String[] ends = text.split(":", -1);
        if (ends.length != 2) {
            throw unknown(text);
        }
        double lo = parseEnd(ends[0], text);
        double hi = parseEnd(ends[1], text);
        if (!(lo < hi) || !Double.isFinite(hi - lo)) {
            throw new UsageException("Expected finite LO:HI with LO smaller than HI, but the range is '" + text
                    + "'. Write for example 0:4095.");
        }
        return new RangeRule(Kind.EXPLICIT, new IntensityRange(lo, hi, "explicit: " + IntensityRange.format(lo, hi)));
    }

    private static double parseEnd(String end, String text) {
        try {
            return Double.parseDouble(end);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static UsageException unknown(String text) {
        return new UsageException(
                "Expected the range auto, type, each-type, display, min-max, plane or LO:HI, but found '" + text
                        + "'. Write for example auto or 0:4095.");
    }

    /**
     * The interval for pairs with this reference.
     *
     * <p>Pixels that are NaN or infinite do not count.
     *
     * @throws ImageException if the interval is empty (a constant reference under {@code min-max}), or if the
     *     reference has no display range
     */
    public IntensityRange resolve(ImagePlane reference) {
        return resolve(reference, List.of(reference));
    }

    /**
     * The interval for pairs with this plane of a reference.
     *
     * @param whole all planes of the reference that share a range, read one by one, and only if the rule looks at
     *     their pixels
     * @throws ImageException as {@link #resolve(ImagePlane)}
     */
    public IntensityRange resolve(ImagePlane reference, Iterable<ImagePlane> whole) {
        return switch (kind) {
            case EXPLICIT -> explicit;
            case TYPE, EACH_TYPE -> fullRange(reference);
            case DISPLAY -> display(reference);
            case MIN_MAX -> minMax(reference, whole);
            case PLANE -> minMax(reference, List.of(reference));
            case AUTO -> reference.sampleType() == SampleType.UINT8 ? fullRange(reference) : minMax(reference, whole);
        };
    }

    /**
     * Whether its interval is that of all planes of a reference, and not found plane by plane or in the same way for
     * all.
     */
    public boolean isOfWholeReference() {
        return kind == Kind.MIN_MAX || kind == Kind.AUTO;
    }

    /**
     * The interval by which a distorted image is scaled: that of its reference, or under {@code each-type} the full
     * range of its own type, such as 0..255 where the reference has 0..65535.
     */
    public IntensityRange ofDistorted(ImagePlane distorted, IntensityRange reference) {
        return kind == Kind.EACH_TYPE ? fullRange(distorted) : reference;
    }

    /**
     * Whether the interval is in pixel units that images of different sample types can share, or each type has its own.
     */
    public boolean suitsMixedTypes() {
        return kind != Kind.AUTO && kind != Kind.TYPE;
    }

    private IntensityRange fullRange(ImagePlane image) {
        double hi = image.sampleType().fullScale();
        String whose = kind == Kind.EACH_TYPE ? "full range of each image's type, reference " : "full range of ";
        return new IntensityRange(0, hi, whose + image.sampleType().label() + ": " + IntensityRange.format(0, hi));
    }

    private static IntensityRange display(ImagePlane reference) {
        if (!reference.hasDisplayRange()) {
            throw new ImageException("Range 'display' needs the display range of the reference, but " + reference.name()
                    + " stores none. Use min-max, or open the image in ImageJ first." + EXPLICIT_HINT);
        }
        return interval("display range", reference, reference.displayBlack(), reference.displayWhite());
    }

    private static IntensityRange minMax(ImagePlane reference, Iterable<ImagePlane> whole) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (ImagePlane plane : whole) {
            double[] ends = PixelScan.finiteMinMax(plane);
            min = Math.min(min, ends[0]);
            max = Math.max(max, ends[1]);
        }
        return interval("min-max", reference, min, max);
    }

    private static IntensityRange interval(String rule, ImagePlane reference, double lo, double hi) {
        if (!(lo < hi)) {
            throw new ImageException(
                    "Expected pixel values that span an interval, but the " + rule + " of the reference "
                            + reference.name() + " is " + IntensityRange.format(lo, hi) + "." + EXPLICIT_HINT);
        }
        return new IntensityRange(lo, hi, rule + " of reference: " + IntensityRange.format(lo, hi));
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return kind == Kind.EXPLICIT ? explicit.lo() + ":" + explicit.hi() : kind.keyword();
    }
}
