/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import java.util.Random;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/** A picture taken at a lower resolution and enlarged again; amounts are the factor between the resolutions. */
final class SuperResolution {

    private static final double SHARPENING = 2;

    private SuperResolution() {}

    /** Enlarges a plane. */
    interface Enlargement {

        Plane enlarged(Plane small, int width, int height);
    }

    /** Shrunk by cubic convolution, as is usual, and enlarged by another kernel. */
    static Effect by(Enlargement enlargement) {
        return Effect.ofPlanes((plane, factor) -> enlargement.enlarged(
                Resampling.bicubic(plane, small(plane.width(), factor), small(plane.height(), factor)),
                plane.width(),
                plane.height()));
    }

    private static int small(int length, double factor) {
        return (int) Math.rint(length / factor);
    }

    /** Sharpened far too much after cubic enlargement, as wide as the factor. */
    static List<Plane> sharpened(List<Plane> planes, double factor, Random random) {
        return Sharpening.unsharp(by(Resampling::bicubic).apply(planes, factor, random), SHARPENING, factor / 2);
    }

    /** Shrunk without a filter against aliasing: jagged edges and moiré. */
    static Plane aliased(Plane plane, double factor) {
        Plane small = Resampling.bilinear(plane, small(plane.width(), factor), small(plane.height(), factor));
        return Resampling.bicubic(small, plane.width(), plane.height());
    }

    /**
     * What a network leaves behind that enlarges by transposed convolutions whose kernels overlap unevenly: a
     * checkerboard upon the picture, with fields of one and of two pixels, for two such layers (A. Odena, V. Dumoulin,
     * C. Olah, Deconvolution and checkerboard artifacts, Distill 2016). Planes have boards of different strength.
     *
     * @param unevenness by how much the sums of the kernels differ from 1
     */
    static List<Plane> checkerboard(List<Plane> planes, double unevenness, Random random) {
        return planes.stream()
                .map(plane -> {
                    double fine = unevenness * (0.7 + 0.6 * random.nextDouble());
                    double coarse = unevenness * (0.7 + 0.6 * random.nextDouble());
                    return uneven(plane, fine, coarse);
                })
                .toList();
    }

    private static Plane uneven(Plane plane, double fine, double coarse) {
        Plane result = Plane.zeros(plane.width(), plane.height());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int small = (x ^ y) & 1;
                int large = (x / 2 ^ y / 2) & 1;
                double gain = (1 + fine * (2 * small - 1)) * (1 + coarse * (2 * large - 1));
                result.values()[y * plane.width() + x] = gain * plane.at(x, y);
            }
        }
        return result;
    }
}
