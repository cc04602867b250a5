/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.filter.Border;
import sc.fiji.ahiq.metric.filter.Gradient;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Similarity;
import sc.fiji.ahiq.metric.filter.SpectralResidual;

/**
 * Spectral residual similarity, Zhang and Li, ICIP 2012: similarity of spectral residual saliency (C1 = 0.40) and of
 * Scharr gradients (C2 = 225, to the power 0.5) of the luma of YIQ, not rounded, pooled with the larger saliency. Images are
 * shrunk as for {@link Fsim}. Higher is better, 1 for identical images. Symmetric. Map: the similarity before pooling, at the
 * shrunk size. Reference values: a published implementation.
 */
@Plugin(type = FullReferenceMetric.class)
public final class SrSim extends ClassicalMetric {

    private static final double C1 = 0.40;
    private static final double C2 = 225;
    private static final double ALPHA = 0.50;

    public SrSim() {
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
    MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        int factor = Resampling.viewingFactor(reference.width(), reference.height());
        Plane a = Resampling.boxDecimated(reference.luma(), factor, Border.ZERO);
        Plane b = Resampling.boxDecimated(distorted.luma(), factor, Border.ZERO);
        Plane saliencyA = SpectralResidual.saliency(a);
        Plane saliencyB = SpectralResidual.saliency(b);
        Plane gradient = Similarity.of(Gradient.scharr(a), Gradient.scharr(b), C2);
        Plane map = Similarity.of(saliencyA, saliencyB, C1)
                .zip(gradient, (saliency, similarity) -> saliency * Math.pow(similarity, ALPHA));
        return MetricResult.of(Pooling.weighted(map, saliencyA.max(saliencyB)), map);
    }
}
