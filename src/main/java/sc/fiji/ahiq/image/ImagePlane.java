/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * One 2-D plane to be scored, grey or RGB, in its native pixel type. It wraps the given intervals without copying, so
 * it follows later changes of their pixels; apart from that it is immutable, and safe for threads that only read.
 */
public final class ImagePlane {

    private static final int PACKED_RGB_BYTES = 4;

    private final String name;
    private final SampleType sampleType;
    private final List<RandomAccessibleInterval<? extends RealType<?>>> channels;
    private final double[] displayRange;
    private final List<String> notes;

    private ImagePlane(
            String name,
            SampleType sampleType,
            List<RandomAccessibleInterval<? extends RealType<?>>> channels,
            double[] displayRange,
            List<String> notes) {
        this.name = name;
        this.sampleType = sampleType;
        this.channels = channels;
        this.displayRange = displayRange;
        this.notes = notes;
    }

    /**
     * An image of one (grey) or three (red, green, blue) planes (x, y) of unsigned 8-bit, unsigned 16-bit or float
     * pixels; any origin, all of the same size and type. An 8-bit image has the display range 0..255, others none.
     *
     * @param name how messages call the image
     * @throws ImageException for another number of channels or dimensions, another pixel type, an empty image, or one
     *     of 2^31 pixels or more along a side
     */
    public static ImagePlane of(String name, List<? extends RandomAccessibleInterval<? extends RealType<?>>> planes) {
        if (planes.size() != 1 && planes.size() != 3) {
            throw new ImageException("Expected 1 channel (grey) or 3 channels (RGB), but " + name + " has "
                    + planes.size() + ". Score channels one by one, for example after Image > Color > Split Channels.");
        }
        List<RandomAccessibleInterval<? extends RealType<?>>> channels = new ArrayList<>();
        for (RandomAccessibleInterval<? extends RealType<?>> plane : planes) {
            requirePlane(name, plane);
            channels.add(Views.zeroMin(plane));
        }
        requireAlike(name, channels);
        SampleType type = SampleType.of(channels.get(0).getType(), name);
        double[] display = type == SampleType.UINT8 ? new double[] {0, type.fullScale()} : null;
        return new ImagePlane(name, type, Collections.unmodifiableList(channels), display, List.of());
    }

    /** A grey image; see {@link #of(String, List)}. */
    public static ImagePlane grey(String name, RandomAccessibleInterval<? extends RealType<?>> plane) {
        return of(name, List.of(plane));
    }

    /** An 8-bit RGB image from packed pixels; alpha is ignored. See {@link #of(String, List)}. */
    public static ImagePlane argb(String name, RandomAccessibleInterval<ARGBType> pixels) {
        return of(name, List.of(colour(pixels, 16), colour(pixels, 8), colour(pixels, 0)));
    }

    /** Not {@link Converters#argbChannel}, whose writable views are not understood by {@link SampleBlocks}. */
    private static RandomAccessibleInterval<UnsignedByteType> colour(
            RandomAccessibleInterval<ARGBType> pixels, int shift) {
        return Converters.convert(
                pixels, (packed, value) -> value.set(packed.get() >> shift & 0xff), new UnsignedByteType());
    }

    /**
     * An 8-bit image given as indices into a colour table; grey if every colour of the table is.
     *
     * @param table red, green and blue of each index, each at least as long as the highest index plus one
     * @see #of(String, List)
     */
    public static ImagePlane indexed(String name, RandomAccessibleInterval<UnsignedByteType> indices, byte[][] table) {
        boolean grey = Arrays.equals(table[0], table[1]) && Arrays.equals(table[1], table[2]);
        List<RandomAccessibleInterval<UnsignedByteType>> planes = new ArrayList<>();
        for (int c = 0; c < (grey ? 1 : 3); c++) {
            byte[] values = table[c].clone();
            planes.add(Converters.convert(
                    indices, (index, value) -> value.set(values[index.get()]), new UnsignedByteType()));
        }
        return of(name, planes);
    }

    private static void requirePlane(String name, RandomAccessibleInterval<?> plane) {
        if (plane.numDimensions() != 2) {
            throw new ImageException("Expected a plane of 2 dimensions, but " + name + " has " + plane.numDimensions()
                    + ". Choose one slice, frame and channel.");
        }
        if (plane.dimension(0) < 1 || plane.dimension(1) < 1) {
            throw new ImageException("Expected an image with pixels, but " + name + " has size " + plane.dimension(0)
                    + " x " + plane.dimension(1) + ". Check how it was made.");
        }
        requireSides(name, plane.dimension(0), plane.dimension(1));
    }

    /** Places in an image are counted by {@code int}. */
    static void requireSides(String name, long width, long height) {
        if (Math.max(width, height) > Integer.MAX_VALUE) {
            throw new ImageException("Expected an image of at most 2^31 - 1 pixels along a side, but " + name + " is "
                    + width + " x " + height + ". Score parts of it.");
        }
    }

    private static void requireAlike(String name, List<RandomAccessibleInterval<? extends RealType<?>>> channels) {
        RandomAccessibleInterval<? extends RealType<?>> first = channels.get(0);
        for (RandomAccessibleInterval<? extends RealType<?>> other : channels) {
            if (other.dimension(0) != first.dimension(0)
                    || other.dimension(1) != first.dimension(1)
                    || other.getType().getClass() != first.getType().getClass()) {
                throw new ImageException("Expected channels of one size and type, but those of " + name
                        + " differ. Check how the channels were combined.");
            }
        }
    }

    /**
     * The same image with a display range: the values shown as black and as white.
     *
     * @throws IllegalArgumentException if an end is not finite
     */
    public ImagePlane withDisplayRange(double black, double white) {
        if (!Double.isFinite(black) || !Double.isFinite(white)) {
            throw new IllegalArgumentException("Not a display range: " + black + ".." + white);
        }
        return new ImagePlane(name, sampleType, channels, new double[] {black, white}, notes);
    }

    /** The same image with notes, see {@link #notes}. */
    public ImagePlane withNotes(List<String> texts) {
        return new ImagePlane(name, sampleType, channels, displayRange, List.copyOf(texts));
    }

    /** One channel as grey, counted from 1, with the same display range. */
    public ImagePlane channel(int channel) {
        return new ImagePlane(name, sampleType, List.of(channels.get(channel - 1)), displayRange, notes);
    }

    /** The part of the image in a region, with the same display range. */
    public ImagePlane crop(Region region) {
        List<RandomAccessibleInterval<? extends RealType<?>>> parts = new ArrayList<>();
        for (RandomAccessibleInterval<? extends RealType<?>> channel : channels) {
            parts.add(Views.zeroMin(Views.offsetInterval(
                    channel, new long[] {region.left(), region.top()}, new long[] {region.width(), region.height()})));
        }
        return new ImagePlane(name, sampleType, Collections.unmodifiableList(parts), displayRange, notes);
    }

    public String name() {
        return name;
    }

    /** What was done to the samples of its file, or left out, such as {@code colour profile ignored}. */
    public List<String> notes() {
        return notes;
    }

    public long width() {
        return channels.get(0).dimension(0);
    }

    public long height() {
        return channels.get(0).dimension(1);
    }

    /** @throws ImageException if a float image has a NaN or infinite pixel; the message tells the first one */
    public void requireFinite() {
        PixelScan.requireFinite(this);
    }

    /**
     * Bytes that its pixels take in memory; those of 8-bit RGB as if they were packed, as by files and ImageJ they are.
     */
    public long sizeBytes() {
        int pixelBytes =
                switch (sampleType) {
                    case UINT8 -> channels.size() == 1 ? 1 : PACKED_RGB_BYTES;
                    case UINT16 -> channels.size() * Short.BYTES;
                    case FLOAT32 -> channels.size() * Float.BYTES;
                };
        return width() * height() * pixelBytes;
    }

    /**
     * Pixels of a channel, where it is to be held in an array.
     *
     * @throws ImageException if they are too many
     */
    int requireArea() {
        if (height() > Integer.MAX_VALUE / width()) {
            throw new ImageException(
                    "Expected at most 2^31 - 1 pixels, for whole planes are held in memory, but " + name
                            + " is " + width() + " x " + height()
                            + ". Choose a region of it, or score it by ahiq alone, which reads crops.");
        }
        return (int) (width() * height());
    }

    public SampleType sampleType() {
        return sampleType;
    }

    /** One or three planes (x, y) with origin (0, 0). */
    public List<RandomAccessibleInterval<? extends RealType<?>>> channels() {
        return channels;
    }

    List<SampleBlocks> blocks() {
        return channels.stream()
                .map(channel -> new SampleBlocks(channel, sampleType))
                .toList();
    }

    public boolean hasDisplayRange() {
        return displayRange != null;
    }

    /** Value shown as black; only if {@link #hasDisplayRange()}. */
    double displayBlack() {
        return displayRange[0];
    }

    /** Value shown as white; only if {@link #hasDisplayRange()}. */
    double displayWhite() {
        return displayRange[1];
    }
}
