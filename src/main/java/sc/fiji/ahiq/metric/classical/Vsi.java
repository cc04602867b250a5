/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.List;
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
 * Visual saliency-induced index, Zhang, Shen and Li, TIP 23(10), 2014: similarity of SDSP saliency (C1 = 1.27), of
 * Scharr gradients of L (C2 = 386, power 0.4) and of the opponent colours M and N (C3 = 130, power 0.02, real part
 * where the product is negative), pooled with the larger saliency. Images are shrunk as for {@link Fsim}, after
 * saliency was found. Higher is better, 1 for identical images. Symmetric. Map: the similarity before pooling, at the
 * shrunk size. A grey image has no saliency, since SDSP needs warm colours: two of them are pooled evenly. The white of
 * L*a*b* is that of illuminant D50, as in the authors' program. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Vsi extends ClassicalMetric {

    private static final double C1 = 1.27;
    private static final double C2 = 386;
    private static final double C3 = 130;
    private static final double ALPHA = 0.40;
    private static final double BETA = 0.02;

    Vsi() {
        super(new MetricDescription(
                "vsi",
                "VSI",
                "L. Zhang, Y. Shen, H. Li: VSI: a visual saliency-induced index for perceptual image quality assessment."
                        + " IEEE TIP 23(10), 2014",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                true,
                3,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Features expected = Features.of(reference);
        return distorted -> compare(expected, Features.of(distorted));
    }

    private static MetricResult compare(Features a, Features b) {
        Plane chrominance = Similarity.of(a.m, b.m, C3)
                .zip(Similarity.of(a.n, b.n, C3), (m, n) -> Similarity.realPower(m * n, BETA));
        Plane map = Similarity.of(a.saliency, b.saliency, C1)
                .zip(Similarity.of(a.gradient, b.gradient, C2), (s, g) -> s * Math.pow(g, ALPHA))
                .times(chrominance);
        return MetricResult.of(Similarity.weighted(map, a.saliency.max(b.saliency)), map);
    }

    /** What is compared, at the shrunk size. */
    private record Features(Plane saliency, Plane gradient, Plane m, Plane n) {

        static Features of(PlanarImage image) {
            List<Plane> rgb = image.rgb();
            int factor = Resampling.viewingFactor(image.width(), image.height());
            Plane saliency = SdspSaliency.of(rgb.get(0), rgb.get(1), rgb.get(2));
            return new Features(
                    Resampling.boxDecimated(saliency, factor, Border.ZERO),
                    Gradient.scharr(shrunk(image.weighted(0.06, 0.63, 0.27), factor)),
                    shrunk(image.weighted(0.30, 0.04, -0.35), factor),
                    shrunk(image.weighted(0.34, -0.60, 0.17), factor));
        }

        private static Plane shrunk(Plane plane, int factor) {
            return Resampling.boxDecimated(plane, factor, Border.ZERO);
        }
    }
}
