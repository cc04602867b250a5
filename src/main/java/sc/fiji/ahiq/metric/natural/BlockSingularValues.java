/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.natural;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Singular values of the matrix whose rows are the 5 x 5 blocks of an image side by side, zero where the last ones
 * reach beyond it: how many patterns it takes to make the image.
 */
final class BlockSingularValues {

    private static final int SIDE = 5;

    /** How many there are of a plane. */
    static final int COUNT = SIDE * SIDE;

    private BlockSingularValues() {}

    /** In descending order. */
    static double[] of(Plane plane) {
        int columns = (plane.width() + SIDE - 1) / SIDE;
        int rows = (plane.height() + SIDE - 1) / SIDE;
        double[][] blocks = new double[Math.max(COUNT, columns * rows)][COUNT];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                blocks[y / SIDE * columns + x / SIDE][y % SIDE * SIDE + x % SIDE] = plane.at(x, y);
            }
        }
        RealMatrix triangle = new QRDecomposition(new Array2DRowRealMatrix(blocks, false))
                .getR()
                .getSubMatrix(0, COUNT - 1, 0, COUNT - 1);
        return new SingularValueDecomposition(triangle).getSingularValues();
    }
}
