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
 * Visual information fidelity in the pixel domain, the multi-scale scalar form of Sheikh and Bovik, TIP 15(2), 2006,
 * released by the authors as VIFp: four scales with Gaussian windows of 17, 9, 5 and 3 pixels and a sigma of a fifth of
 * that, fully inside; sigma_n^2 = 2; luma 0.299 R + 0.587 G + 0.114 B, not rounded. Not to be confused with
 * {@link Vif}. Higher is better, 1 for identical images, more than 1 for enhanced contrast. Not symmetric. No map. A
 * reference without any information gives 1. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Vifp extends ClassicalMetric {

    private static final int SCALES = 4;
    private static final double NOISE_VARIANCE = 2;
    private static final double FLAT = 1e-8;

    Vifp() {
        super(new MetricDescription(
                "vifp",
                "VIFp",
                "H. R. Sheikh, A. C. Bovik: Image information and visual quality. IEEE TIP 15(2), 2006 (pixel domain)",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                41,
                false));
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return distorted -> compare(reference, distorted);
    }

    private static MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        Plane expected = reference.luma();
        Plane found = distorted.luma();
        double kept = 0;
        double all = 0;
        for (int scale = 0; scale < SCALES; scale++) {
            int size = (1 << (SCALES - scale)) + 1;
            double[] window = Window.gaussian(size, size / 5.0);
            if (scale > 0) {
                expected = LinearFilter.valid(expected, window).decimate(2);
                found = LinearFilter.valid(found, window).decimate(2);
            }
            WindowStatistics s = WindowStatistics.of(expected, found, plane -> LinearFilter.valid(plane, window));
            for (int i = 0; i < s.covariance().area(); i++) {
                double variance = s.varianceA().values()[i];
                kept += information(
                        variance, s.varianceB().values()[i], s.covariance().values()[i]);
                all += variance < FLAT ? 0 : Math.log1p(variance / NOISE_VARIANCE);
            }
        }
        return MetricResult.of(all > 0 ? kept / all : 1);
    }

    /**
     * Information about the reference that passes the channel distorted = gain * reference + noise, in nats times 2.
     */
    private static double information(double variance, double distortedVariance, double covariance) {
        if (variance < FLAT || distortedVariance < FLAT || covariance <= 0) {
            return 0;
        }
        double gain = covariance / variance;
        double noise = Math.max(0, distortedVariance - gain * covariance);
        return Math.log1p(gain * gain * variance / (noise + NOISE_VARIANCE));
    }
}
