/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.format.Opacity;

/** Samples of a decoded image as planes, past any colour management. */
final class RasterPixels {

    private static final int WHITE8 = 255;
    private static final int WHITE16 = 65535;

    private RasterPixels() {}

    /** @throws ImageException for samples other than 8-bit and 16-bit, or other than 1 or 3 colours */
    static ImagePlane toSource(String name, BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel table) {
            return indexed(name, raster, table);
        }
        requireGreyOrRgb(name, colours);
        List<RandomAccessibleInterval<? extends RealType<?>>> planes = new ArrayList<>();
        for (int band = 0; band < colours.getNumColorComponents(); band++) {
            planes.add(plane(name, raster, band, colours.hasAlpha()));
        }
        return ImagePlane.of(name, planes);
    }

    /** What {@link #toSource} does to the pixels. */
    static List<String> notes(BufferedImage image) {
        List<String> notes = new ArrayList<>();
        if (image.getColorModel() instanceof IndexColorModel) {
            notes.add("palette looked up");
        }
        if (image.getColorModel().hasAlpha() && !isOpaque(image)) {
            notes.add(Opacity.NOTE);
        }
        return notes;
    }

    private static boolean isOpaque(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        int opaque = image.getColorModel() instanceof IndexColorModel
                        || image.getColorModel().getComponentSize(0) == 8
                ? WHITE8
                : WHITE16;
        for (int y = 0; y < image.getHeight(); y++) {
            if (image.getColorModel() instanceof IndexColorModel table) {
                image.getRaster().getSamples(0, y, row.length, 1, 0, row);
                Arrays.setAll(row, x -> table.getAlpha(row[x]));
            } else {
                image.getAlphaRaster().getSamples(0, y, row.length, 1, 0, row);
            }
            if (Arrays.stream(row).anyMatch(alpha -> alpha < opaque)) {
                return false;
            }
        }
        return true;
    }

    private static void requireGreyOrRgb(String name, ColorModel colours) {
        int components = colours.getNumColorComponents();
        if (components != 1 && components != 3) {
            throw new ImageException("Expected a grey or RGB image, but " + name + " has " + components
                    + " colour components, as CMYK images have. Convert it to RGB and save it as PNG.");
        }
    }

    private static ImagePlane indexed(String name, Raster raster, IndexColorModel colours) {
        byte[] indices = bytes(raster, 0, false);
        byte[][] table = new byte[3][256];
        for (int i = 0; i < colours.getMapSize(); i++) {
            int alpha = colours.getAlpha(i);
            table[0][i] = (byte) Opacity.onWhite(colours.getRed(i), alpha, WHITE8);
            table[1][i] = (byte) Opacity.onWhite(colours.getGreen(i), alpha, WHITE8);
            table[2][i] = (byte) Opacity.onWhite(colours.getBlue(i), alpha, WHITE8);
        }
        return ImagePlane.indexed(name, ArrayImgs.unsignedBytes(indices, raster.getWidth(), raster.getHeight()), table);
    }

    private static RandomAccessibleInterval<? extends RealType<?>> plane(
            String name, Raster raster, int band, boolean hasAlpha) {
        int bits = raster.getSampleModel().getSampleSize(band);
        if (bits == 8) {
            return ArrayImgs.unsignedBytes(bytes(raster, band, hasAlpha), raster.getWidth(), raster.getHeight());
        }
        if (bits == 16 && raster.getSampleModel().getDataType() == DataBuffer.TYPE_USHORT) {
            return ArrayImgs.unsignedShorts(shorts(raster, band, hasAlpha), raster.getWidth(), raster.getHeight());
        }
        throw new ImageException("Expected 8 or 16 bits per sample, but " + name + " has " + bits
                + ". Open it in ImageJ and save it as PNG or TIFF.");
    }

    private static byte[] bytes(Raster raster, int band, boolean hasAlpha) {
        int width = raster.getWidth();
        byte[] plane = new byte[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(raster, y, band, hasAlpha, row, alpha, WHITE8);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (byte) row[x];
            }
        }
        return plane;
    }

    private static short[] shorts(Raster raster, int band, boolean hasAlpha) {
        int width = raster.getWidth();
        short[] plane = new short[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(raster, y, band, hasAlpha, row, alpha, WHITE16);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (short) row[x];
            }
        }
        return plane;
    }

    private static void readRow(Raster raster, int y, int band, boolean hasAlpha, int[] row, int[] alpha, int white) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
        if (hasAlpha) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, raster.getNumBands() - 1, alpha);
            for (int x = 0; x < row.length; x++) {
                row[x] = Opacity.onWhite(row[x], alpha[x], white);
            }
        }
    }
}
