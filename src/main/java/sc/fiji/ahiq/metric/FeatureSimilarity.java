/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Gradient;
import sc.fiji.ahiq.metric.filter.PhaseCongruency;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Similarity;

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

    static MetricResult compare(PlanarImage reference, PlanarImage distorted, boolean chromatic) {
        int factor = Resampling.viewingFactor(reference.width(), reference.height());
        Yiq a = Yiq.of(reference).each(plane -> Resampling.boxDecimated(plane, factor, Border.ZERO));
        Yiq b = Yiq.of(distorted).each(plane -> Resampling.boxDecimated(plane, factor, Border.ZERO));
        PhaseCongruency congruency = PhaseCongruency.forSize(a.y().width(), a.y().height());
        Plane congruencyA = congruency.of(a.y());
        Plane congruencyB = congruency.of(b.y());
        Plane map = Similarity.of(congruencyA, congruencyB, T1)
                .times(Similarity.of(Gradient.scharr(a.y()), Gradient.scharr(b.y()), T2));
        if (chromatic) {
            map = map.times(chrominance(a, b));
        }
        return MetricResult.of(Pooling.weighted(map, congruencyA.max(congruencyB)), map);
    }

    private static Plane chrominance(Yiq a, Yiq b) {
        return Similarity.of(a.i(), b.i(), T3)
                .zip(Similarity.of(a.q(), b.q(), T4), (i, q) -> Pooling.realPower(i * q, LAMBDA));
    }
}
