/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.ahiq.base.error.ImageException;

/** Passes over all pixels of an image. */
final class PixelScan {

    private static final String[] RGB = {"red", "green", "blue"};

    private PixelScan() {}

    /** Smallest and largest finite value over all channels; positive and negative infinity if there is none. */
    static double[] finiteMinMax(ImagePlane image) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (RandomAccessibleInterval<? extends RealType<?>> channel : image.channels()) {
            for (RealType<?> pixel : Views.flatIterable(channel)) {
                double value = pixel.getRealDouble();
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        return new double[] {min, max};
    }

    /** @throws ImageException if a float image has a NaN or infinite pixel */
    static void requireFinite(ImagePlane image) {
        if (image.sampleType() != SampleType.FLOAT32) {
            return;
        }
        for (int c = 0; c < image.channels().size(); c++) {
            Cursor<? extends RealType<?>> cursor = rowByRow(image.channels().get(c));
            while (cursor.hasNext()) {
                double value = cursor.next().getRealDouble();
                if (!Double.isFinite(value)) {
                    throw notFinite(image, c, cursor, value);
                }
            }
        }
    }

    private static Cursor<? extends RealType<?>> rowByRow(RandomAccessibleInterval<? extends RealType<?>> plane) {
        return Views.flatIterable(plane).localizingCursor();
    }

    private static ImageException notFinite(ImagePlane image, int channel, Cursor<?> at, double value) {
        String where = image.channels().size() == 1 ? "" : " of the " + RGB[channel] + " channel";
        return new ImageException("Expected finite pixel values, but " + image.name() + " has " + value + " at x="
                + at.getLongPosition(0) + ", y=" + at.getLongPosition(1) + where
                + ". Replace such pixels, for example with Process > Noise > Remove NaNs, or crop them away.");
    }
}
