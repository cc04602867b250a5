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
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Universal quality index, Wang and Bovik, SPL 9(3), 2002, in 8 x 8 windows at every pixel of the luma
 * 0.299 R + 0.587 G + 0.114 B, not rounded. Higher is better, 1 for identical images. Symmetric. Where a window is
 * constant in both images, the factor for luminance alone counts; where both are black, 1. Map: smaller than the images
 * by 7 pixels in each direction. No reference value was available; checked by hand in a small case.
 */
@Plugin(type = Metric.class)
final class Uqi extends ClassicalMetric {

    private static final int WINDOW_SIZE = 8;
    private static final double FLAT = 1e-9;
    private static final double[] WINDOW = Window.box(WINDOW_SIZE);

    Uqi() {
        super(new MetricDescription(
                "uqi",
                "UQI",
                "Z. Wang, A. C. Bovik: A universal image quality index. IEEE Signal Processing Letters 9(3), 2002",
                Direction.HIGHER_IS_BETTER,
                -1,
                1,
                false,
                WINDOW_SIZE,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return distorted -> compare(reference, distorted);
    }

    private static MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        WindowStatistics s =
                WindowStatistics.of(reference.luma(), distorted.luma(), plane -> LinearFilter.valid(plane, WINDOW));
        Plane luminance = s.meanA().zip(s.meanB(), (a, b) -> ratio(2 * a * b, a * a + b * b));
        Plane structure = s.covariance()
                .zip(s.varianceA().zip(s.varianceB(), Double::sum), (covariance, sum) -> ratio(2 * covariance, sum));
        Plane map = luminance.times(structure);
        return MetricResult.of(map.mean(), map);
    }

    /** Nothing compared with nothing is alike. */
    private static double ratio(double twiceProduct, double squares) {
        return squares > FLAT ? twiceProduct / squares : 1;
    }
}
