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
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Peak signal-to-noise ratio in decibels, 10 log10(255^2 / MSE), with the mean squared error over all samples of all
 * channels. Higher is better; identical images give infinity. Symmetric; any size. Reference values: a published
 * implementation.
 */
@Plugin(type = Metric.class)
final class Psnr extends ClassicalMetric {

    Psnr() {
        super(new MetricDescription(
                "psnr",
                "PSNR",
                "10 log10(255^2 / MSE) over the samples of all channels",
                Direction.HIGHER_IS_BETTER,
                0,
                Double.POSITIVE_INFINITY,
                true,
                1,
                false));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return distorted -> compare(reference, distorted);
    }

    private static MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        boolean colour = reference.isColour() || distorted.isColour();
        int channels = colour ? 3 : 1;
        double meanSquaredError = 0;
        List<Plane> expected = reference.rgb();
        List<Plane> found = distorted.rgb();
        for (int c = 0; c < channels; c++) {
            meanSquaredError += expected.get(c).meanSquaredError(found.get(c)) / channels;
        }
        return MetricResult.of(10 * Math.log10(255 * 255 / meanSquaredError));
    }
}
