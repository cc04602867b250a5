/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import java.util.List;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/** Grey values as whole numbers in 0..255. */
enum Luminance {
    /** 0.299, 0.587, 0.114, ties to even, as the IQA-PyTorch toolbox has it. */
    REC601 {
        @Override
        double of(double red, double green, double blue) {
            return Math.rint((299 * red + 587 * green + 114 * blue) / 1000);
        }
    },
    /** MATLAB's {@code rgb2gray}, halves away from zero. */
    MATLAB {
        @Override
        double of(double red, double green, double blue) {
            return Math.floor(ROW[0] * red + ROW[1] * green + ROW[2] * blue + 0.5);
        }
    },
    /** The Y of YCbCr (ITU-R BT.601) in 16..235, as MATLAB's {@code rgb2ycbcr} has it. */
    YCBCR {
        @Override
        double of(double red, double green, double blue) {
            return Math.rint(16 + (65_481 * red + 128_553 * green + 24_966 * blue) / 255_000);
        }

        @Override
        double ofGrey(double value) {
            return of(value, value, value);
        }
    };

    /** First row of the inverse of the matrix from YIQ to RGB. */
    private static final double[] ROW = firstRowOfInverse(1, 0.956, 0.621, 1, -0.272, -0.647, 1, -1.106, 1.703);

    private static double[] firstRowOfInverse(double... m) {
        double x = m[4] * m[8] - m[5] * m[7];
        double y = m[2] * m[7] - m[1] * m[8];
        double z = m[1] * m[5] - m[2] * m[4];
        double determinant = m[0] * x + m[3] * y + m[6] * z;
        return new double[] {x / determinant, y / determinant, z / determinant};
    }

    abstract double of(double red, double green, double blue);

    double ofGrey(double value) {
        return Math.rint(value);
    }

    Plane of(PlanarImage image) {
        if (!image.isColour()) {
            return image.grey().map(this::ofGrey);
        }
        List<Plane> rgb = image.rgb();
        double[] values = new double[rgb.get(0).area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(
                    rgb.get(0).values()[i], rgb.get(1).values()[i], rgb.get(2).values()[i]);
        }
        return new Plane(image.width(), image.height(), values);
    }
}
