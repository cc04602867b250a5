/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.ij1;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import sc.fiji.ahiq.image.SourceImage;

/** Pixel values of images under test. */
final class Pixels {

    private Pixels() {}

    static double[] channel(SourceImage image, int channel) {
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
    static double[][] rgb(SourceImage image) {
        double[][] planes = new double[3][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = channel(image, Math.min(c, image.channels().size() - 1));
        }
        return planes;
    }
}
