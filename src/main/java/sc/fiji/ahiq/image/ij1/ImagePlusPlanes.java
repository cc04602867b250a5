/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.ij1;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;

/**
 * The adapter from {@link ImagePlus}. Pixel arrays are wrapped, not copied. Stored pixel values are used: calibration
 * functions, ROIs and overlays are ignored. Look-up tables of 8-bit images are applied where they are part of the image
 * (indexed colour, two-level images, inverting tables by which files say "0 is white") and ignored where ImageJ takes
 * them for false colours, such as Fire or Green. Three channels are red, green and blue in this order, whatever their
 * colours; their display range runs from the lowest minimum to the highest maximum.
 */
public final class ImagePlusPlanes {

    private static final int COLOURS = 256;

    private ImagePlusPlanes() {}

    /**
     * One plane: 8-bit grey or colour, 16-bit, 32-bit, RGB, or three channels of 8, 16 or 32 bits.
     *
     * @throws ImageException for a stack, another number of channels, signed 16-bit pixels, an inverting look-up table
     *     on more than 8 bits, or an image without pixels
     */
    public static ImagePlane of(ImagePlus image) {
        return of(image, image.getTitle());
    }

    public static ImagePlane of(ImagePlus image, String name) {
        requirePixels(image, name);
        requireSinglePlane(image, name);
        return of(image, 1, 1, name);
    }

    /** All channels of a plane of a stack, read when this is called; slices and frames count from 1. */
    public static ImagePlane of(ImagePlus image, int slice, int frame, String name) {
        requirePixels(image, name);
        requireUnsigned(image, name);
        return image.getNChannels() == 1
                ? plane(image, pixels(image, 1, slice, frame), name)
                : channels(image, slice, frame, name);
    }

    /** One channel of a plane as grey; channels, slices and frames count from 1. */
    static ImagePlane channel(ImagePlus image, int channel, int slice, int frame, String name) {
        if (image.getNChannels() == 1) {
            return of(image, slice, frame, name).channel(channel);
        }
        requirePixels(image, name);
        requireUnsigned(image, name);
        LUT[] luts = image.getLuts(); // one for all channels where they are not shown in colours of their own
        LUT lut = luts[Math.min(channel, luts.length) - 1];
        return ImagePlane.grey(name, wrap(pixels(image, channel, slice, frame), image.getWidth(), image.getHeight()))
                .withDisplayRange(lut.min, lut.max);
    }

    private static Object pixels(ImagePlus image, int channel, int slice, int frame) {
        return image.getStackSize() == 1
                ? image.getProcessor().getPixels()
                : image.getStack()
                        .getProcessor(image.getStackIndex(channel, slice, frame))
                        .getPixels();
    }

    private static void requirePixels(ImagePlus image, String name) {
        if (image.getProcessor() == null) {
            throw new ImageException(
                    "Expected an open image, but " + name + " has no pixels; perhaps it was closed. Open it again.");
        }
    }

    private static void requireUnsigned(ImagePlus image, String name) {
        if (image.getCalibration().isSigned16Bit()) {
            throw new ImageException("Expected unsigned pixels, but " + name
                    + " is signed 16-bit. Convert both images with Image > Type > 32-bit.");
        }
    }

    private static void requireSinglePlane(ImagePlus image, String name) {
        if (image.getNSlices() > 1 || image.getNFrames() > 1) {
            throw new ImageException(
                    "Expected a single plane, but " + name + " has " + image.getNSlices() + " slices and "
                            + image.getNFrames()
                            + " frames. Score the slices one by one, for example after Image > Stacks > Stack to"
                            + " Images.");
        }
    }

    private static ImagePlane plane(ImagePlus image, Object pixels, String name) {
        ImageProcessor shown = image.getProcessor(); // look-up table and contrast of all planes
        long width = image.getWidth();
        long height = image.getHeight();
        if (pixels instanceof int[] packed) {
            return ImagePlane.argb(name, ArrayImgs.argbs(packed, width, height));
        }
        if (pixels instanceof byte[] bytes) {
            byte[][] table = colourTable(image, shown);
            if (table.length > 0) {
                return ImagePlane.indexed(name, ArrayImgs.unsignedBytes(bytes, width, height), table);
            }
        } else if (shown.isInvertedLut()) {
            throw new ImageException("Expected values that grow with brightness, but " + name
                    + " has an inverting look-up table (0 is white). Use Image > Lookup Tables > Invert LUT, then Edit >"
                    + " Invert, and save it.");
        }
        return ImagePlane.grey(name, wrap(pixels, width, height)).withDisplayRange(shown.getMin(), shown.getMax());
    }

    /** Red, green and blue of each 8-bit value, or an empty array where values are intensities already. */
    private static byte[][] colourTable(ImagePlus image, ImageProcessor processor) {
        boolean falseColours =
                image.getType() != ImagePlus.COLOR_256 && processor.isColorLut() && processor.isPseudoColorLut();
        LUT lut = processor.getLut(); // without the contrast setting
        if (falseColours || lut == null) {
            return new byte[0][];
        }
        byte[][] table = new byte[3][COLOURS];
        lut.getReds(table[0]);
        lut.getGreens(table[1]);
        lut.getBlues(table[2]);
        return isIdentity(table) ? new byte[0][] : table;
    }

    private static boolean isIdentity(byte[][] table) {
        for (byte[] values : table) {
            for (int i = 0; i < COLOURS; i++) {
                if ((values[i] & 0xff) != i) {
                    return false;
                }
            }
        }
        return true;
    }

    private static ImagePlane channels(ImagePlus image, int slice, int frame, String name) {
        List<RandomAccessibleInterval<? extends RealType<?>>> planes = new ArrayList<>();
        for (int c = 1; c <= image.getNChannels(); c++) {
            planes.add(wrap(pixels(image, c, slice, frame), image.getWidth(), image.getHeight()));
        }
        double black = Double.POSITIVE_INFINITY;
        double white = Double.NEGATIVE_INFINITY;
        for (LUT lut : image.getLuts()) {
            black = Math.min(black, lut.min);
            white = Math.max(white, lut.max);
        }
        return ImagePlane.of(name, planes).withDisplayRange(black, white);
    }

    private static RandomAccessibleInterval<? extends RealType<?>> wrap(Object pixels, long width, long height) {
        if (pixels instanceof byte[] bytes) {
            return ArrayImgs.unsignedBytes(bytes, width, height);
        }
        if (pixels instanceof short[] shorts) {
            return ArrayImgs.unsignedShorts(shorts, width, height);
        }
        if (pixels instanceof float[] floats) {
            return ArrayImgs.floats(floats, width, height);
        }
        throw new IllegalArgumentException("Not ImageJ grey pixels: " + pixels.getClass());
    }
}
