/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.sample;

/**
 * Denoising by minimal total variation, by the dual projection of A. Chambolle, An algorithm for total variation minimization
 * and applications, J. Math. Imaging Vis. 20, 2004, equation 9, with the step 1/8 that its theorem 3.1 allows.
 */
final class TotalVariation {

    private static final double STEP = 0.125;

    private final double strength;
    private final int iterations;

    /** @param strength of the denoising, lambda in the paper, in units of the pixel values */
    TotalVariation(double strength, int iterations) {
        this.strength = strength;
        this.iterations = iterations;
    }

    Plane denoise(Plane noisy) {
        Plane px = new Plane(noisy.width(), noisy.height());
        Plane py = new Plane(noisy.width(), noisy.height());
        for (int i = 0; i < iterations; i++) {
            Plane u = divergence(px, py).combine(noisy, (divergence, value) -> divergence - value / strength);
            project(px, py, u);
        }
        return noisy.combine(divergence(px, py), (value, divergence) -> value - strength * divergence);
    }

    /** One iteration, given u, the divergence of p less the picture by the strength. */
    private static void project(Plane px, Plane py, Plane u) {
        for (int y = 0; y < u.height(); y++) {
            for (int x = 0; x < u.width(); x++) {
                double gx = x + 1 < u.width() ? u.get(x + 1, y) - u.get(x, y) : 0;
                double gy = y + 1 < u.height() ? u.get(x, y + 1) - u.get(x, y) : 0;
                double norm = 1 + STEP * Math.sqrt(gx * gx + gy * gy);
                px.set(x, y, (px.get(x, y) + STEP * gx) / norm);
                py.set(x, y, (py.get(x, y) + STEP * gy) / norm);
            }
        }
    }

    private static Plane divergence(Plane px, Plane py) {
        Plane result = new Plane(px.width(), px.height());
        for (int y = 0; y < px.height(); y++) {
            for (int x = 0; x < px.width(); x++) {
                double dx = px.get(x, y) - (x > 0 ? px.get(x - 1, y) : 0);
                double dy = py.get(x, y) - (y > 0 ? py.get(x, y - 1) : 0);
                result.set(x, y, dx + dy);
            }
        }
        return result;
    }
}
