/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.Arrays;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Information that two noisy channels convey about a reference and its distortion, in bits, after Wang and Li, TIP
 * 20(5), 2011, with 3 x 3 neighbours and possibly a parent, in place of all-pass coefficients.
 */
final class InformationContent {

    static final int BLOCK_SIZE = 3;

    private static final double NOISE_VARIANCE = 0.4;
    private static final double FLAT = Math.ulp(1.0);

    private static final double[] BOX = Window.box(BLOCK_SIZE);

    private final Plane reference;
    private final GaussianScaleMixture mixture;

    private InformationContent(Plane reference, GaussianScaleMixture mixture) {
        this.reference = reference;
        this.mixture = mixture;
    }

    /** @param parent the next coarser level of the reference's pyramid, or null for none */
    static InformationContent of(Plane reference, Plane parent) {
        double[][] neighbours = neighbours(reference, parent);
        return new InformationContent(reference, GaussianScaleMixture.fit(neighbours, neighbours, false));
    }

    /**
     * Information at each pixel whose block lies fully inside: smaller than the planes by 2 pixels in each direction.
     */
    Plane with(Plane distorted) {
        WindowStatistics s = WindowStatistics.of(reference, distorted, plane -> LinearFilter.valid(plane, BOX));
        Plane information = Plane.zeros(s.covariance().width(), s.covariance().height());
        for (int i = 0; i < information.area(); i++) {
            information.values()[i] = information(
                    s.varianceA().values()[i],
                    s.varianceB().values()[i],
                    s.covariance().values()[i],
                    mixture.multipliers()[i],
                    mixture.eigenvalues());
        }
        return information;
    }

    private static double information(
            double variance, double distortedVariance, double covariance, double multiplier, double[] eigenvalues) {
        double gain = variance < FLAT || distortedVariance < FLAT ? 0 : covariance / (variance + FLAT);
        double noise = distortedVariance < FLAT ? 0 : distortedVariance - gain * covariance;
        double perEigenvalue = (noise + (1 + gain * gain) * NOISE_VARIANCE) * multiplier;
        double product = 1;
        for (double eigenvalue : eigenvalues) {
            product *= 1 + (perEigenvalue * eigenvalue + NOISE_VARIANCE * noise) / (NOISE_VARIANCE * NOISE_VARIANCE);
        }
        double bits = Math.log(product) / Math.log(2);
        return bits < FLAT ? 0 : bits;
    }

    private static double[][] neighbours(Plane plane, Plane parent) {
        int width = plane.width() - BLOCK_SIZE + 1;
        int height = plane.height() - BLOCK_SIZE + 1;
        int count = BLOCK_SIZE * BLOCK_SIZE;
        double[][] neighbours = new double[parent == null ? count : count + 1][];
        for (int k = 0; k < count; k++) {
            neighbours[k] =
                    plane.crop(k % BLOCK_SIZE, k / BLOCK_SIZE, width, height).values();
        }
        if (parent != null) {
            int centre = BLOCK_SIZE / 2;
            neighbours[count] =
                    enlarged(parent).crop(centre, centre, width, height).values();
        }
        return neighbours;
    }

    /**
     * Twice the size: bilinear interpolation to 4 n - 3 pixels, one more at each end in a straight line, every other
     * one kept.
     */
    private static Plane enlarged(Plane parent) {
        Plane fine = Resampling.bilinear(parent, 4 * parent.width() - 3, 4 * parent.height() - 3);
        return rowsExtended(rowsExtended(fine).transposed()).transposed();
    }

    private static Plane rowsExtended(Plane fine) {
        int last = fine.width() - 1;
        Plane result = Plane.zeros((fine.width() + 3) / 2, fine.height());
        for (int y = 0; y < fine.height(); y++) {
            double[] row = Arrays.copyOfRange(fine.values(), y * fine.width(), (y + 1) * fine.width());
            int start = y * result.width();
            for (int x = 1; x < result.width() - 1; x++) {
                result.values()[start + x] = row[2 * x - 1];
            }
            result.values()[start] = 2 * row[0] - row[Math.min(1, last)];
            result.values()[start + result.width() - 1] = 2 * row[last] - row[Math.max(last - 1, 0)];
        }
        return result;
    }
}
