/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.error.ImageException;

/** An imglib2 image with named axes. */
final class IntervalSource implements ImageSource {

    private static final String AXES = "XYCZT";
    private static final int RGB = 3;

    private final String name;
    private final RandomAccessibleInterval<?> pixels;
    private final String axes;
    private final boolean packed;

    private IntervalSource(String name, RandomAccessibleInterval<?> pixels, String axes) {
        this.name = name;
        this.pixels = pixels;
        this.axes = axes;
        this.packed = pixels.getType() instanceof ARGBType;
    }

    static IntervalSource of(String name, RandomAccessibleInterval<?> pixels, String axes) {
        String letters = axes.isEmpty() ? usualAxes(name, pixels) : axes;
        boolean known = letters.chars().allMatch(letter -> AXES.indexOf(letter) >= 0)
                && letters.chars().distinct().count() == letters.length();
        if (!known || !letters.contains("X") || !letters.contains("Y") || letters.length() != pixels.numDimensions()) {
            throw new ImageException(
                    "Expected a letter for each of the " + pixels.numDimensions() + " dimensions of " + name
                            + ": X and Y, and at most one each of C, Z and T; found the axes '" + axes
                            + "'. Write for example XYC or XYZT.");
        }
        if (!(pixels.getType() instanceof ARGBType)) {
            SampleType.of((Type<?>) pixels.getType(), name);
        }
        IntervalSource source = new IntervalSource(name, pixels, letters);
        ImagePlane.requireSides(name, source.width(), source.height());
        return source;
    }

    private static String usualAxes(String name, RandomAccessibleInterval<?> pixels) {
        if (pixels.numDimensions() == 2) {
            return "XY";
        }
        if (pixels.numDimensions() == 3 && pixels.dimension(2) == RGB && pixels.getType() instanceof UnsignedByteType) {
            return "XYC";
        }
        throw new ImageException("Expected axes for " + name + ", which has " + pixels.numDimensions()
                + " dimensions: without them only two dimensions, or three with the red, green and blue of 8-bit"
                + " pixels, have a meaning. Give them, for example XYC or XYZT.");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long width() {
        return size('X');
    }

    @Override
    public long height() {
        return size('Y');
    }

    @Override
    public int channels() {
        return (packed ? RGB : 1) * Math.toIntExact(size('C'));
    }

    @Override
    public int slices() {
        return Math.toIntExact(size('Z'));
    }

    @Override
    public int frames() {
        return Math.toIntExact(size('T'));
    }

    private long size(char axis) {
        int dimension = axes.indexOf(axis);
        return dimension < 0 ? 1 : pixels.dimension(dimension);
    }

    @Override
    public Optional<PixelSpacing> spacing() {
        return DatasetSpacing.of(pixels, axes);
    }

    @Override
    public Optional<ChannelColours> colours() {
        return packed ? Optional.empty() : DatasetColours.of(pixels, this);
    }

    @Override
    public ImagePlane plane(int slice, int frame) {
        if (packed) {
            return packed(1, slice, frame);
        }
        List<RandomAccessibleInterval<? extends RealType<?>>> planes = IntStream.rangeClosed(1, channels())
                .<RandomAccessibleInterval<? extends RealType<?>>>mapToObj(c -> real(c, slice, frame))
                .toList();
        return ImagePlane.of(name, planes);
    }

    @Override
    public ImagePlane channel(int channel, int slice, int frame) {
        return packed
                ? packed((channel - 1) / RGB + 1, slice, frame).channel((channel - 1) % RGB + 1)
                : ImagePlane.grey(name, real(channel, slice, frame));
    }

    @SuppressWarnings("unchecked") // the type of the pixels was checked
    private ImagePlane packed(int channel, int slice, int frame) {
        return ImagePlane.argb(name, (RandomAccessibleInterval<ARGBType>) slice(channel, slice, frame));
    }

    @SuppressWarnings("unchecked") // the type of the pixels was checked
    private RandomAccessibleInterval<? extends RealType<?>> real(int channel, int slice, int frame) {
        return (RandomAccessibleInterval<? extends RealType<?>>) slice(channel, slice, frame);
    }

    /** Columns first, whatever the order of the axes. */
    private RandomAccessibleInterval<?> slice(int channel, int slice, int frame) {
        RandomAccessibleInterval<?> plane = pixels;
        for (int d = pixels.numDimensions() - 1; d >= 0; d--) {
            int index = "CZT".indexOf(axes.charAt(d));
            if (index >= 0) {
                int position = new int[] {channel, slice, frame}[index] - 1;
                plane = Views.hyperSlice(plane, d, pixels.min(d) + position);
            }
        }
        return axes.indexOf('X') < axes.indexOf('Y') ? plane : Views.permute(plane, 0, 1);
    }
}
