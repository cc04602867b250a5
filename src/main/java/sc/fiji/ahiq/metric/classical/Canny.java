/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Edges after J. Canny, PAMI 8(6), 1986: derivatives of a Gaussian with a replicated border, thinning across the edge
 * between interpolated neighbours, and two thresholds relative to the largest gradient.
 */
final class Canny {

    private Canny() {}

    /** 1 at edge pixels, 0 elsewhere; no edges in a constant plane. */
    static Plane edges(Plane plane, double low, double high, double sigma) {
        int radius = 4 * (int) Math.ceil(sigma);
        double[] smooth = Window.gaussian(2 * radius + 1, sigma);
        double[] slope = new double[smooth.length];
        Arrays.setAll(slope, i -> (i - radius) * smooth[i]);
        Plane padded = LinearFilter.padded(plane, radius, radius, radius, radius, Border.REPLICATE);
        Plane dx = separable(padded, slope, smooth);
        Plane dy = separable(padded, smooth, slope);
        Plane magnitude = dx.zip(dy, Math::hypot);
        double largest = magnitude.max();
        if (largest < 1e-9) {
            return Plane.zeros(plane.width(), plane.height());
        }
        return connected(thinned(magnitude, dx, dy), low * largest, high * largest);
    }

    private static Plane separable(Plane padded, double[] across, double[] down) {
        return LinearFilter.valid(
                LinearFilter.valid(padded, new Kernel(across.length, 1, across)), new Kernel(1, down.length, down));
    }

    /** The magnitude where it is largest along the gradient, 0 elsewhere and at the border. */
    private static Plane thinned(Plane magnitude, Plane dx, Plane dy) {
        Plane thin = Plane.zeros(magnitude.width(), magnitude.height());
        for (int y = 1; y < magnitude.height() - 1; y++) {
            for (int x = 1; x < magnitude.width() - 1; x++) {
                double here = magnitude.at(x, y);
                double ahead = along(magnitude, x, y, dx.at(x, y), dy.at(x, y));
                double behind = along(magnitude, x, y, -dx.at(x, y), -dy.at(x, y));
                if (here > 0 && here >= ahead && here >= behind) {
                    thin.values()[y * magnitude.width() + x] = here;
                }
            }
        }
        return thin;
    }

    /** The magnitude one step along a direction, between the two neighbours it passes. */
    private static double along(Plane magnitude, int x, int y, double dx, double dy) {
        int stepX = dx >= 0 ? 1 : -1;
        int stepY = dy >= 0 ? 1 : -1;
        double diagonal = magnitude.at(x + stepX, y + stepY);
        if (Math.abs(dx) >= Math.abs(dy)) {
            double share = dx == 0 ? 0 : Math.abs(dy / dx);
            return share * diagonal + (1 - share) * magnitude.at(x + stepX, y);
        }
        double share = Math.abs(dx / dy);
        return share * diagonal + (1 - share) * magnitude.at(x, y + stepY);
    }

    /** What exceeds the high threshold, and what exceeds the low one and touches such a pixel, also by a chain. */
    private static Plane connected(Plane thin, double low, double high) {
        Plane edges = Plane.zeros(thin.width(), thin.height());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < thin.area(); i++) {
            if (thin.values()[i] > high) {
                edges.values()[i] = 1;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int i = open.remove();
            for (int k = 0; k < 9; k++) {
                int next = i + (k / 3 - 1) * thin.width() + k % 3 - 1;
                if (thin.values()[next] > low && edges.values()[next] == 0) {
                    edges.values()[next] = 1;
                    open.add(next);
                }
            }
        }
        return edges;
    }
}
