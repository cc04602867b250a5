/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.SampleType;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Rows;

/**
 * A whole image as one grey or three (red, green, blue) planes of finite doubles in 0..255. Immutable and thread safe
 * as long as nobody writes to the arrays of its planes.
 */
public final class PlanarImage {

    private final List<Plane> planes;

    private PlanarImage(List<Plane> planes) {
        this.planes = planes;
    }

    /**
     * An image with one (grey) or three (red, green, blue) planes; the arrays are not copied.
     *
     * @throws ImageException for another number of planes, planes of different size, or a sample that is not in 0..255
     */
    public static PlanarImage of(List<Plane> planes) {
        if (planes.size() != 1 && planes.size() != 3) {
            throw new ImageException("Expected 1 plane (grey) or 3 planes (RGB), but found " + planes.size()
                    + ". Compare channels one by one.");
        }
        Plane first = planes.get(0);
        for (Plane plane : planes) {
            if (plane.width() != first.width() || plane.height() != first.height()) {
                throw new ImageException("Expected planes of one size, but found " + first.width() + " x "
                        + first.height() + " and " + plane.width() + " x " + plane.height()
                        + ". Check how the image was made.");
            }
            requireSamples(plane);
        }
        return new PlanarImage(List.copyOf(planes));
    }

    /** A grey image; see {@link #of(List)}. */
    public static PlanarImage grey(Plane plane) {
        return of(List.of(plane));
    }

    /** An image of a pair: its range becomes 0..255, so that 8-bit samples keep their values. */
    public static PlanarImage of(ScaledPlane image) {
        List<Plane> planes = new ArrayList<>();
        int width = Math.toIntExact(image.width());
        int height = Math.toIntExact(image.height());
        for (double[] values : image.readPlanes()) {
            planes.add(new Plane(width, height, values));
        }
        return of(planes);
    }

    /**
     * An 8-bit image, grey or RGB, with its values as they are.
     *
     * @throws ImageException for another depth
     */
    public static PlanarImage ofEightBits(ImagePlane image) {
        if (image.sampleType() != SampleType.UINT8) {
            throw new ImageException(
                    "Expected an 8-bit or RGB image, but " + image.name() + " is "
                            + image.sampleType().label()
                            + ". Convert it first, for example with Image > Type > 8-bit, and use the result as the reference, too.");
        }
        return Reference.of(image, RangeRule.AUTO).planar();
    }

    private static void requireSamples(Plane plane) {
        for (int i = 0; i < plane.area(); i++) {
            double value = plane.values()[i];
            if (!(value >= 0 && value <= 255)) {
                throw new ImageException("Expected samples in 0..255, but found " + value + " at x="
                        + i % plane.width() + ", y=" + i / plane.width()
                        + ". Replace such pixels or choose a range that covers all.");
            }
        }
    }

    public int width() {
        return planes.get(0).width();
    }

    public int height() {
        return planes.get(0).height();
    }

    /** Whether all pixels of the grey image are alike. */
    boolean isBlank() {
        double[] values = grey().values();
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the grey images are the same. */
    boolean looksLike(PlanarImage other) {
        return Arrays.equals(grey().values(), other.grey().values());
    }

    public boolean isColour() {
        return planes.size() == 3;
    }

    /** A part of the image; the samples are copied. */
    public PlanarImage crop(int left, int top, int width, int height) {
        return new PlanarImage(planes.stream()
                .map(plane -> plane.crop(left, top, width, height))
                .toList());
    }

    /**
     * The samples of each plane, row by row, rounded to unsigned bytes: one array (grey) or three (red, green, blue).
     */
    public List<byte[]> toBytes() {
        return planes.stream().map(PlanarImage::toBytes).toList();
    }

    private static byte[] toBytes(Plane plane) {
        byte[] bytes = new byte[plane.area()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.rint(plane.values()[i]);
        }
        return bytes;
    }

    /** Red, green and blue; of a grey image, three times the same plane. */
    public List<Plane> rgb() {
        return isColour() ? planes : List.of(planes.get(0), planes.get(0), planes.get(0));
    }

    /**
     * The luma that MATLAB's {@code rgb2gray} gives, 0.2989 R + 0.5870 G + 0.1140 B. If all samples are whole numbers,
     * as those of an 8-bit image are, it is rounded to whole numbers, as there. A grey image is returned as it is.
     */
    public Plane grey() {
        if (!isColour()) {
            return planes.get(0);
        }
        Plane luma = weighted(0.2989, 0.5870, 0.1140);
        return planes.stream().allMatch(PlanarImage::isWhole) ? luma.map(Math::rint) : luma;
    }

    private static boolean isWhole(Plane plane) {
        for (double value : plane.values()) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }

    /** 0.299 R + 0.587 G + 0.114 B, not rounded: luma of YIQ and of Rec. 601. A grey image is returned as it is. */
    public Plane luma() {
        return isColour() ? weighted(0.299, 0.587, 0.114) : planes.get(0);
    }

    /** The linear combination of red, green and blue with these weights. */
    public Plane weighted(double red, double green, double blue) {
        double[] r = rgb().get(0).values();
        double[] g = rgb().get(1).values();
        double[] b = rgb().get(2).values();
        Plane result = Plane.zeros(width(), height());
        Rows.forEach(result, y -> {
            for (int i = y * result.width(); i < (y + 1) * result.width(); i++) {
                result.values()[i] = red * r[i] + green * g[i] + blue * b[i];
            }
        });
        return result;
    }
}
