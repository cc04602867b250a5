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
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Riesz transform based feature similarity, Zhang, Zhang and Mou, ICIP 2010: the product of the mean similarities (C =
 * 1.2) of the two first-order and three second-order Riesz components of the grey images, near edges of either image.
 * Images are shrunk as for {@link Fsim}. Edges are Canny's with thresholds 0.08 and 0.13 of the largest gradient and
 * sigma 3.6, widened by 4 x 4 pixels, to the right and down one more than to the left and up. Constants, shrinking and
 * widening are those of the authors' program; their Canny filter has an even number of taps and so may find edges
 * elsewhere by half a pixel. Higher is better, 1 for identical images. Symmetric. No map. Without any edge, all pixels
 * count. No reference value was available; checked by properties and by hand in a small case.
 */
@Plugin(type = Metric.class)
final class Rfsim extends ClassicalMetric {

    private static final double C = 1.2;
    private static final double LOW_THRESHOLD = 0.08;
    private static final double HIGH_THRESHOLD = 0.13;
    private static final double SIGMA_PIXELS = 3.6;
    private static final int WIDENING = 4;

    Rfsim() {
        super(new MetricDescription(
                "rfsim",
                "RFSIM",
                "L. Zhang, L. Zhang, X. Mou: RFSIM: a feature based image quality assessment metric using Riesz transforms. ICIP,"
                        + " 2010",
                Direction.HIGHER_IS_BETTER,
                -1,
                1,
                false,
                4,
                false));
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        int factor = Resampling.viewingFactor(reference.width(), reference.height());
        Plane expected = Resampling.boxDecimated(reference.grey(), factor, Border.ZERO);
        Plane edges = nearEdges(expected);
        Plane[] a = Riesz.of(expected);
        return distorted -> {
            Plane found = Resampling.boxDecimated(distorted.grey(), factor, Border.ZERO);
            Plane mask = edges.max(nearEdges(found));
            Plane[] b = Riesz.of(found);
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                product *= Similarity.weighted(Similarity.of(a[i], b[i], C), mask);
            }
            return MetricResult.of(product);
        };
    }

    private static Plane nearEdges(Plane grey) {
        Plane edges = Canny.edges(grey, LOW_THRESHOLD, HIGH_THRESHOLD, SIGMA_PIXELS);
        int before = WIDENING / 2;
        int after = WIDENING - 1 - before;
        Plane padded = LinearFilter.padded(edges, before, before, after, after, Border.ZERO);
        return LinearFilter.valid(padded, Window.box(WIDENING)).map(share -> share > 1e-9 ? 1 : 0);
    }
}
