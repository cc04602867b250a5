/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Haar wavelet-based perceptual similarity index, Reisenhofer, Bosse, Kutyniok and Wiegand, Signal Processing: Image
 * Communication 61, 2018: similarity of the two finest scales of Haar coefficients (C = 30, alpha = 4.2), weighted with
 * the third; for colour images also of 2 x 2 means of I and Q. YIQ planes are shrunk by means of 2 x 2 pixels first;
 * zeros beyond the border. Higher is better, 1 for identical images (to rounding). Symmetric. No map. Where no
 * coefficient of the third scale is other than zero, pixels are pooled evenly. Reference values: a published
 * implementation.
 */
@Plugin(type = Metric.class)
final class HaarPsi extends ClassicalMetric {

    private static final double C = 30;
    private static final double ALPHA = 4.2;
    private static final int SCALES = 3;

    HaarPsi() {
        super(new MetricDescription(
                "haarpsi",
                "HaarPSI",
                "R. Reisenhofer, S. Bosse, G. Kutyniok, T. Wiegand: A Haar wavelet-based perceptual similarity index for"
                        + " image quality assessment. Signal Processing: Image Communication 61, 2018",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                true,
                16,
                false));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Features expected = Features.of(reference);
        return distorted -> compare(expected, Features.of(distorted));
    }

    private static MetricResult compare(Features a, Features b) {
        List<Plane> similarities = new ArrayList<>();
        List<Plane> weights = new ArrayList<>();
        for (int i = 0; i < a.coefficients.size(); i++) {
            Plane[] p = a.coefficients.get(i);
            Plane[] q = b.coefficients.get(i);
            similarities.add(mean(Similarity.of(p[0], q[0], C), Similarity.of(p[1], q[1], C)));
            weights.add(p[2].max(q[2]));
        }
        if (a.isColour || b.isColour) {
            similarities.add(mean(Similarity.of(a.i, b.i, C), Similarity.of(a.q, b.q, C)));
            weights.add(mean(weights.get(0), weights.get(1)));
        }
        return MetricResult.of(pooled(similarities, weights));
    }

    private static Plane halved(Plane plane) {
        return Resampling.boxDecimated(plane, 2, Border.ZERO);
    }

    private static Plane smoothed(Plane plane) {
        return LinearFilter.same(plane, Window.box(2), Border.ZERO).map(Math::abs);
    }

    private static Plane mean(Plane a, Plane b) {
        return a.zip(b, (p, q) -> (p + q) / 2);
    }

    /** Magnitudes of undecimated Haar coefficients, finest scale first. */
    private static Plane[] coefficients(Plane plane, boolean horizontal) {
        Plane[] magnitudes = new Plane[SCALES];
        Arrays.setAll(magnitudes, scale -> {
            Kernel haar = haar(2 << scale);
            return LinearFilter.same(plane, horizontal ? haar : haar.transposed(), Border.ZERO)
                    .map(Math::abs);
        });
        return magnitudes;
    }

    private static Kernel haar(int size) {
        double[] taps = new double[size * size];
        Arrays.fill(taps, 0, taps.length / 2, 1);
        Arrays.fill(taps, taps.length / 2, taps.length, -1);
        return Kernel.square(size, size, taps);
    }

    private static double pooled(List<Plane> similarities, List<Plane> weights) {
        boolean even = weights.stream().allMatch(plane -> plane.max() == 0);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < similarities.size(); i++) {
            Plane logistic = similarities.get(i).map(s -> 1 / (1 + Math.exp(-ALPHA * s)));
            Plane weight = even ? weights.get(i).map(w -> 1) : weights.get(i);
            sum += logistic.times(weight).sum();
            total += weight.sum();
        }
        double mean = sum / total;
        double similarity = Math.log(mean / (1 - mean)) / ALPHA;
        return similarity * similarity;
    }

    /**
     * What is compared.
     *
     * @param coefficients horizontal, then vertical
     * @param i smoothed
     * @param q smoothed
     */
    private record Features(boolean isColour, List<Plane[]> coefficients, Plane i, Plane q) {

        static Features of(PlanarImage image) {
            Yiq halved = Yiq.of(image).each(HaarPsi::halved);
            return new Features(
                    image.isColour(),
                    List.of(HaarPsi.coefficients(halved.y(), true), HaarPsi.coefficients(halved.y(), false)),
                    smoothed(halved.i()),
                    smoothed(halved.q()));
        }
    }
}
