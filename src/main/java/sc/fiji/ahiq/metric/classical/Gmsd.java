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
 * Gradient magnitude similarity deviation, Xue, Zhang, Mou and Bovik, TIP 23(2), 2014: the standard deviation
 * of the gradient similarity of the grey images, shrunk by means of 2 x 2 pixels; Prewitt filter over 3, T = 170, zeros
 * beyond the border. Lower is better, 0 for identical images. Symmetric. Map: the similarity, at half size. Reference
 * values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Gmsd extends ClassicalMetric {

    private static final double T = 170;

    Gmsd() {
        super(new MetricDescription(
                "gmsd",
                "GMSD",
                "W. Xue, L. Zhang, X. Mou, A. C. Bovik: Gradient magnitude similarity deviation: a highly efficient"
                        + " perceptual image quality index. IEEE TIP 23(2), 2014",
                Direction.LOWER_IS_BETTER,
                0,
                1,
                false,
                3,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Plane expected = gradient(reference);
        return distorted -> {
            Plane map = Similarity.of(expected, gradient(distorted), T);
            double mean = map.mean();
            double squares = map.map(similarity -> (similarity - mean) * (similarity - mean))
                    .sum();
            return MetricResult.of(Math.sqrt(squares / (map.area() - 1)), map);
        };
    }

    private static Plane gradient(PlanarImage image) {
        return Gradient.prewitt(Resampling.boxDecimated(image.grey(), 2, Border.ZERO));
    }
}
