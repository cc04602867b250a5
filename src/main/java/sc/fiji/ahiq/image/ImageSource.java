/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import org.scijava.Named;
import sc.fiji.ahiq.base.error.ImageException;

/**
 * An image of channels, slices and frames whose planes are read one by one, when they are asked for. Channels, slices
 * and frames count from 1, as in ImageJ.
 */
public interface ImageSource {

    /** How messages and tables call the image. */
    String name();

    /** Of a plane, in pixels. */
    long width();

    /** Of a plane, in pixels. */
    long height();

    /** 1 for grey, 3 for RGB. */
    int channels();

    int slices();

    int frames();

    /**
     * All channels of a plane, as grey or RGB.
     *
     * @throws ImageException if there are neither one nor three channels, or pixels cannot be read
     */
    ImagePlane plane(int slice, int frame);

    /**
     * One channel of a plane, as grey.
     *
     * @throws ImageException if pixels cannot be read
     */
    ImagePlane channel(int channel, int slice, int frame);

    /** Where pixels lie, where the image tells it. */
    default Optional<PixelSpacing> spacing() {
        return Optional.empty();
    }

    /** Colours and contrast that the channels are shown in, where the image has them. */
    default Optional<ChannelColours> colours() {
        return Optional.empty();
    }

    /**
     * The rectangle that the user selected in the image.
     *
     * @throws ImageException if an area is selected that is no rectangle
     */
    default Optional<Region> selection() {
        return Optional.empty();
    }

    /**
     * What was done to the file's samples, or left out, such as {@code colour profile ignored}; for the run's
     * information.
     */
    default List<String> notes() {
        return List.of();
    }

    /** An image of one plane. */
    static ImageSource of(ImagePlane image) {
        return new SinglePlane(image);
    }

    /**
     * An imglib2 image; pixels are read when they are needed, not copied. Pixels are unsigned 8-bit, unsigned 16-bit,
     * float, or {@code ARGBType}, which counts as three channels.
     *
     * @param axes a letter for each dimension: X and Y, and at most one each of C (channel), Z (slice) and T (frame);
     *     empty for an image of two dimensions, or of three where the third holds the red, green and blue of 8-bit
     *     pixels
     * @throws ImageException if the letters do not fit the image, or for pixels of another type
     */
    static ImageSource of(String name, RandomAccessibleInterval<?> pixels, String axes) {
        return IntervalSource.of(name, pixels, axes);
    }

    /**
     * An imglib2 image with the name and axes that it tells, such as a {@code Dataset} or {@code ImgPlus}, or a bare
     * one.
     *
     * @throws ImageException if axes are missing or of another kind, or for pixels of another type
     */
    static ImageSource of(RandomAccessibleInterval<?> pixels) {
        String name = pixels instanceof Named named && named.getName() != null ? named.getName() : "image";
        return of(name, pixels, AxisLabels.of(name, pixels));
    }
}
