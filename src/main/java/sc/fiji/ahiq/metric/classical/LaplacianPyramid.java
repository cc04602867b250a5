/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * The Laplacian pyramid of Burt and Adelson, IEEE Transactions on Communications 31(4), 1983: what each halving of the
 * size loses, from fine to coarse, then the low-pass rest.
 */
final class LaplacianPyramid {

    /** How planes are shrunk and enlarged. */
    public enum Style {
        /**
         * Taps 0.05, 0.25, 0.4, 0.25, 0.05; symmetric border going down; pixels replicated before zeros are put between
         * them going up.
         */
        BURT_ADELSON(new double[] {0.05, 0.25, 0.4, 0.25, 0.05}, 2, Border.SYMMETRIC) {
            @Override
            Plane spread(Plane small) {
                return zerosBetween(LinearFilter.padded(small, 1, 1, 1, 1, Border.REPLICATE));
            }

            @Override
            int margin() {
                return 2;
            }
        },
        /**
         * Taps (1, 4, 6, 4, 1) sqrt(2) / 16; the border is reflected both ways, going up after zeros are put between
         * pixels.
         */
        BINOMIAL(
                new double[] {
                    Math.sqrt(2) / 16, Math.sqrt(2) / 4, Math.sqrt(2) * 3 / 8, Math.sqrt(2) / 4, Math.sqrt(2) / 16
                },
                1,
                Border.REFLECT) {
            @Override
            Plane spread(Plane small) {
                return zerosBetween(small);
            }

            @Override
            int margin() {
                return 0;
            }
        };

        private final double[] taps;
        private final double[] upTaps;
        private final Border border;

        Style(double[] taps, double upGain, Border border) {
            this.taps = taps;
            this.upTaps = taps.clone();
            for (int i = 0; i < taps.length; i++) {
                upTaps[i] *= upGain;
            }
            this.border = border;
        }

        /** The small plane's pixels with zeros between, possibly with a margin. */
        abstract Plane spread(Plane small);

        /** Columns and rows that {@link #spread} puts before the first pixel. */
        abstract int margin();

        private Plane shrunk(Plane plane) {
            return LinearFilter.same(plane, taps, border).decimate(2);
        }

        private Plane enlarged(Plane small, int width, int height) {
            Plane smooth = LinearFilter.same(spread(small), upTaps, Border.REFLECT);
            return smooth.crop(margin(), margin(), width, height);
        }

        private static Plane zerosBetween(Plane small) {
            Plane spread = Plane.zeros(2 * small.width(), 2 * small.height());
            for (int y = 0; y < small.height(); y++) {
                for (int x = 0; x < small.width(); x++) {
                    spread.values()[2 * y * spread.width() + 2 * x] = small.at(x, y);
                }
            }
            return spread;
        }
    }

    private LaplacianPyramid() {}

    /** {@code levels} planes, each half as large as the one before, rounded up. */
    static List<Plane> of(Plane plane, int levels, Style style) {
        List<Plane> pyramid = new ArrayList<>();
        Plane low = plane;
        for (int level = 1; level < levels; level++) {
            Plane smaller = style.shrunk(low);
            pyramid.add(low.minus(style.enlarged(smaller, low.width(), low.height())));
            low = smaller;
        }
        pyramid.add(low);
        return pyramid;
    }
}
