/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.image.ImagePlane;

/** Pixel values of images under test. */
public final class ReadPixels {

    private ReadPixels() {}

    public static double[] channel(ImagePlane image, int channel) {
        int width = (int) image.width();
        double[] values = new double[width * (int) image.height()];
        RandomAccess<? extends RealType<?>> access =
                image.channels().get(channel).randomAccess();
        for (int i = 0; i < values.length; i++) {
            values[i] = access.setPositionAndGet(i % width, i / width).getRealDouble();
        }
        return values;
    }

    /** Red, green and blue; grey is replicated. */
    public static double[][] rgb(ImagePlane image) {
        double[][] planes = new double[3][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = channel(image, Math.min(c, image.channels().size() - 1));
        }
        return planes;
    }
}
