/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/** What FSIM and FSIMc share; see {@link Fsim}. */
final class FeatureSimilarity {

    static final String CITATION = "L. Zhang, L. Zhang, X. Mou, D. Zhang: FSIM: a feature similarity index for image"
            + " quality assessment. IEEE TIP 20(8), 2011";

    private static final double T1 = 0.85;
    private static final double T2 = 160;
    private static final double T3 = 200;
    private static final double T4 = 200;
    private static final double LAMBDA = 0.03;

    private FeatureSimilarity() {}

    static ClassicalMetric.Comparison prepare(PlanarImage reference, boolean chromatic) {
        int factor = Resampling.viewingFactor(reference.width(), reference.height());
        Yiq shrunk = shrunk(reference, factor);
        PhaseCongruency congruency =
                PhaseCongruency.forSize(shrunk.y().width(), shrunk.y().height());
        Features expected = Features.of(shrunk, congruency);
        return distorted -> compare(expected, Features.of(shrunk(distorted, factor), congruency), chromatic);
    }

    private static Yiq shrunk(PlanarImage image, int factor) {
        return Yiq.of(image).each(plane -> Resampling.boxDecimated(plane, factor, Border.ZERO));
    }

    private static MetricResult compare(Features a, Features b, boolean chromatic) {
        Plane map = Similarity.of(a.congruency, b.congruency, T1).times(Similarity.of(a.gradient, b.gradient, T2));
        if (chromatic) {
            map = map.times(chrominance(a.image, b.image));
        }
        return MetricResult.of(Similarity.weighted(map, a.congruency.max(b.congruency)), map);
    }

    private static Plane chrominance(Yiq a, Yiq b) {
        return Similarity.of(a.i(), b.i(), T3)
                .zip(Similarity.of(a.q(), b.q(), T4), (i, q) -> Similarity.realPower(i * q, LAMBDA));
    }

    /** What is compared, at the shrunk size. */
    private record Features(Yiq image, Plane congruency, Plane gradient) {

        static Features of(Yiq image, PhaseCongruency congruency) {
            return new Features(image, congruency.of(image.y()), Gradient.scharr(image.y()));
        }
    }
}
