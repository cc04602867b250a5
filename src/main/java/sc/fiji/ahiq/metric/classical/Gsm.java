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
import sc.fiji.ahiq.metric.filter.Kernel;
import sc.fiji.ahiq.metric.filter.LinearFilter;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Gradient similarity, Liu, Lin and Narwaria, TIP 21(4), 2012: similarity of contrast and structure, from the largest
 * magnitude of four 5 x 5 gradient filters over 16, (2 (1 - r) + k) / (1 + (1 - r)^2 + k), where r = |gx - gy| /
 * max(gx, gy) and k = 200 / max(gx, gy), joined with the similarity of luminance, 1 - ((x - y) / 255)^2, which gets a
 * tenth of the former as its weight. Grey images, border symmetric. Higher is better, 1 for identical images.
 * Symmetric. Map: the joint similarity, at full size. No reference value was available; checked by properties and by
 * hand in a small case. Filters and the constants 200 and 0.1 agree with another public implementation; that filters
 * are divided by 16, so that a step counts as its height, is this project's reading.
 */
@Plugin(type = Metric.class)
final class Gsm extends ClassicalMetric {

    private static final double K = 200;
    private static final double LUMINANCE_SHARE = 0.1;
    private static final Kernel UPRIGHT =
            Kernel.square(5, 16, 0, 0, 0, 0, 0, 1, 3, 8, 3, 1, 0, 0, 0, 0, 0, -1, -3, -8, -3, -1, 0, 0, 0, 0, 0);
    private static final Kernel OBLIQUE =
            Kernel.square(5, 16, 0, 0, 1, 0, 0, 0, 8, 3, 0, 0, 1, 3, 0, -3, -1, 0, 0, -3, -8, 0, 0, 0, -1, 0, 0);
    private static final Kernel OTHER_OBLIQUE =
            Kernel.square(5, 16, 0, 0, 1, 0, 0, 0, 0, 3, 8, 0, -1, -3, 0, 3, 1, 0, -8, -3, 0, 0, 0, 0, -1, 0, 0);

    Gsm() {
        super(new MetricDescription(
                "gsm",
                "GSM",
                "A. Liu, W. Lin, M. Narwaria: Image quality assessment based on gradient similarity. IEEE TIP 21(4), 2012",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                5,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return distorted -> compare(reference, distorted);
    }

    private static MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        Plane expected = reference.grey();
        Plane found = distorted.grey();
        Plane structure = gradient(expected).zip(gradient(found), Gsm::structure);
        Plane luminance = expected.zip(found, (x, y) -> 1 - (x - y) * (x - y) / (255 * 255));
        Plane map = structure.zip(luminance, (s, l) -> s + LUMINANCE_SHARE * s * (l - s));
        return MetricResult.of(map.mean(), map);
    }

    private static Plane gradient(Plane plane) {
        return magnitude(plane, UPRIGHT)
                .max(magnitude(plane, UPRIGHT.transposed()))
                .max(magnitude(plane, OBLIQUE))
                .max(magnitude(plane, OTHER_OBLIQUE));
    }

    private static Plane magnitude(Plane plane, Kernel kernel) {
        return LinearFilter.same(plane, kernel, Border.SYMMETRIC).map(Math::abs);
    }

    private static double structure(double a, double b) {
        double largest = Math.max(a, b);
        if (largest == 0) {
            return 1;
        }
        double kept = 1 - Math.abs(a - b) / largest;
        double k = K / largest;
        return (2 * kept + k) / (1 + kept * kept + k);
    }
}
