/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import java.util.List;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Denoising by minimal total variation, by the dual projection of A. Chambolle, An algorithm for total variation
 * minimization and applications, J. Math. Imaging Vis. 20, 2004, equation 9, with the step 1/8 that its theorem 3.1
 * allows. Immutable and thread safe.
 */
public final class TotalVariation {

    private static final double STEP = 0.125;
    private static final int ITERATIONS = 25;

    private final double strength;
    private final int iterations;

    /** @param strength of the denoising, lambda in the paper, in units of the pixel values */
    public TotalVariation(double strength, int iterations) {
        this.strength = strength;
        this.iterations = iterations;
    }

    /** Of noise of this standard deviation. */
    static List<Plane> denoised(List<Plane> planes, double sigma) {
        TotalVariation variation = new TotalVariation(sigma, ITERATIONS);
        return planes.stream().map(variation::denoise).toList();
    }

    public Plane denoise(Plane noisy) {
        Plane px = Plane.zeros(noisy.width(), noisy.height());
        Plane py = Plane.zeros(noisy.width(), noisy.height());
        Plane u = Plane.zeros(noisy.width(), noisy.height());
        for (int i = 0; i < iterations; i++) {
            setDivergence(u, px, py);
            for (int k = 0; k < u.area(); k++) {
                u.values()[k] -= noisy.values()[k] / strength;
            }
            project(px, py, u);
        }
        setDivergence(u, px, py);
        return noisy.zip(u, (value, divergence) -> value - strength * divergence);
    }

    private static void setDivergence(Plane result, Plane px, Plane py) {
        int width = result.width();
        double[] horizontal = px.values();
        double[] vertical = py.values();
        for (int y = 0; y < result.height(); y++) {
            for (int i = y * width; i < (y + 1) * width; i++) {
                double dx = horizontal[i] - (i > y * width ? horizontal[i - 1] : 0);
                double dy = vertical[i] - (y > 0 ? vertical[i - width] : 0);
                result.values()[i] = dx + dy;
            }
        }
    }

    /** One iteration, given u, the divergence of p less the picture by the strength. */
    private static void project(Plane px, Plane py, Plane u) {
        int width = u.width();
        double[] values = u.values();
        for (int y = 0; y < u.height(); y++) {
            int last = (y + 1) * width - 1;
            for (int i = y * width; i <= last; i++) {
                double gx = i < last ? values[i + 1] - values[i] : 0;
                double gy = y + 1 < u.height() ? values[i + width] - values[i] : 0;
                double norm = 1 + STEP * Math.sqrt(gx * gx + gy * gy);
                px.values()[i] = (px.values()[i] + STEP * gx) / norm;
                py.values()[i] = (py.values()[i] + STEP * gy) / norm;
            }
        }
    }
}
