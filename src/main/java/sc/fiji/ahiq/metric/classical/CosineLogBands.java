/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.function.DoubleUnaryOperator;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Spectrum;

/**
 * Peli's cosine log filters (JOSA A 7(10), 1990): bands one octave wide at 2, 4, 8, ... cycles per image that, with the
 * low-pass rest, add up to everything below the highest.
 */
final class CosineLogBands {

    private CosineLogBands() {}

    /** The low-pass rest, then {@code count} bands from low to high frequency, all of the plane's size. */
    static Plane[] of(Plane plane, int count) {
        Spectrum spectrum = Spectrum.of(plane);
        Plane[] bands = new Plane[count + 1];
        for (int band = 0; band <= count; band += 2) {
            Plane[] two = spectrum.realResponses(
                    filter(plane.width(), plane.height(), gain(band)),
                    filter(plane.width(), plane.height(), gain(band + 1)));
            System.arraycopy(two, 0, bands, band, Math.min(2, count + 1 - band));
        }
        return bands;
    }

    private static DoubleUnaryOperator gain(int band) {
        if (band == 0) {
            return r -> r <= 2 ? raisedCosine(log2(r + 2) - 1) : 0;
        }
        return r -> r > 0 ? raisedCosine(log2(r) - band) : 0;
    }

    private static double raisedCosine(double octaves) {
        return Math.abs(octaves) <= 1 ? (1 + Math.cos(Math.PI * octaves)) / 2 : 0;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Gains by frequency in cycles per image, zero frequency first. */
    private static Plane filter(int width, int height, DoubleUnaryOperator gain) {
        Plane filter = Plane.zeros(width, height);
        for (int y = 0; y < height; y++) {
            int fy = Math.min(y, height - y);
            for (int x = 0; x < width; x++) {
                int fx = Math.min(x, width - x);
                filter.values()[y * width + x] = gain.applyAsDouble(Math.sqrt((double) fx * fx + (double) fy * fy));
            }
        }
        return filter;
    }
}
