/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/**
 * Spectral residual similarity, Zhang and Li, ICIP 2012: similarity of spectral residual saliency (C1 = 0.40) and of
 * Scharr gradients (C2 = 225, to the power 0.5) of the luma of YIQ, not rounded, pooled with the larger saliency.
 * Images are shrunk as for {@link Fsim}. Higher is better, 1 for identical images. Symmetric. Map: the similarity
 * before pooling, at the shrunk size. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class SrSim extends ClassicalMetric {

    private static final double C1 = 0.40;
    private static final double C2 = 225;
    private static final double ALPHA = 0.50;

    SrSim() {
        super(new MetricDescription(
                "sr_sim",
                "SR-SIM",
                "L. Zhang, H. Li: SR-SIM: a fast and high performance IQA index based on spectral residual. ICIP, 2012",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                40,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        int factor = Resampling.viewingFactor(reference.width(), reference.height());
        Features expected = Features.of(reference, factor);
        return distorted -> compare(expected, Features.of(distorted, factor));
    }

    private static MetricResult compare(Features a, Features b) {
        Plane gradient = Similarity.of(a.gradient, b.gradient, C2);
        Plane map = Similarity.of(a.saliency, b.saliency, C1)
                .zip(gradient, (saliency, similarity) -> saliency * Math.pow(similarity, ALPHA));
        return MetricResult.of(Similarity.weighted(map, a.saliency.max(b.saliency)), map);
    }

    /** What is compared, at the shrunk size. */
    private record Features(Plane saliency, Plane gradient) {

        static Features of(PlanarImage image, int factor) {
            Plane shrunk = Resampling.boxDecimated(image.luma(), factor, Border.ZERO);
            return new Features(SpectralResidual.saliency(shrunk), Gradient.scharr(shrunk));
        }
    }
}
