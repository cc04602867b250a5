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

/**
 * Gradient magnitude similarity deviation, Xue, Zhang, Mou and Bovik, TIP 23(2), 2014: the standard deviation
 * of the gradient similarity of the grey images, shrunk by means of 2 x 2 pixels; Prewitt filter over 3, T = 170, zeros beyond
 * the border. Lower is better, 0 for identical images. Symmetric. Map: the similarity, at half size. Reference values: a
 * published implementation.
 */
@Plugin(type = Metric.class)
public final class Gmsd extends ClassicalMetric {

    private static final double T = 170;

    public Gmsd() {
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
