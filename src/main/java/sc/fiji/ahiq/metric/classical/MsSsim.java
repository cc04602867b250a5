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
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.metric.filter.Resampling;

/**
 * Multi-scale structural similarity, Wang, Simoncelli and Bovik, Asilomar 2003, equation 7: the product over five
 * scales of the mean contrast-structure factor, at the coarsest of the mean SSIM, to the powers 0.0448, 0.2856, 0.3001,
 * 0.2363, 0.1333. Between scales, grey images are shrunk by means of 2 x 2 pixels; an odd last row or column is left
 * out. Higher is better, 1 for identical images; a negative mean counts as 0. Symmetric. No map. Reference values: a
 * published implementation.
 */
@Plugin(type = Metric.class)
final class MsSsim extends ClassicalMetric {

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    MsSsim() {
        super(new MetricDescription(
                "ms_ssim",
                "MS-SSIM",
                "Z. Wang, E. P. Simoncelli, A. C. Bovik: Multi-scale structural similarity for image quality assessment."
                        + " Asilomar Conference on Signals, Systems and Computers, 2003",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                SsimMaps.WINDOW_SIZE << (WEIGHTS.length - 1),
                false));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return distorted -> compare(reference, distorted);
    }

    private static MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        Plane expected = reference.grey();
        Plane found = distorted.grey();
        double product = 1;
        for (int scale = 0; scale < WEIGHTS.length; scale++) {
            SsimMaps maps = SsimMaps.of(expected, found);
            boolean coarsest = scale == WEIGHTS.length - 1;
            double mean = (coarsest ? maps.ssim() : maps.contrastStructure()).mean();
            product *= Math.pow(Math.max(0, mean), WEIGHTS[scale]);
            if (!coarsest) {
                expected = Resampling.blockMeans(expected, 2);
                found = Resampling.blockMeans(found, 2);
            }
        }
        return MetricResult.of(product);
    }
}
