/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.ArrayList;
import java.util.List;
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
 * Normalised Laplacian pyramid distance, Laparra, Balle, Berardino and Simoncelli, Human Vision and Electronic Imaging,
 * 2016: six levels of the Laplacian pyramid of the luma over 255 (0.299 R + 0.587 G + 0.114 B, not rounded), each
 * divided by a constant plus a weighted sum of neighbouring magnitudes, with the published weights; the mean over
 * levels of the root mean squared difference. Lower is better, 0 for identical images. Symmetric. No map. Reference
 * values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Nlpd extends ClassicalMetric {

    private static final double[] SIGMAS = {0.0248, 0.0185, 0.0179, 0.0191, 0.0220, 0.2782};

    /** Weights of the neighbours above, left, right and below, for each level. */
    private static final double[][] NEIGHBOURS = {
        {0.1011, 0.1493, 0.1460, 0.1015},
        {0.0757, 0.1986, 0.1846, 0.0837},
        {0.0477, 0.2138, 0.2243, 0.0467},
        {0, 0.2503, 0.2616, 0},
        {0, 0.2598, 0.2552, 0},
        {0, 0.2215, 0.0717, 0},
    };

    Nlpd() {
        super(new MetricDescription(
                "nlpd",
                "NLPD",
                "V. Laparra, J. Balle, A. Berardino, E. P. Simoncelli: Perceptual image quality assessment using a normalized"
                        + " Laplacian pyramid. Human Vision and Electronic Imaging, 2016",
                Direction.LOWER_IS_BETTER,
                0,
                Double.POSITIVE_INFINITY,
                false,
                2,
                false));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        List<Plane> expected = normalised(reference.luma());
        return distorted -> {
            List<Plane> found = normalised(distorted.luma());
            double sum = 0;
            for (int level = 0; level < SIGMAS.length; level++) {
                sum += Math.sqrt(
                        expected.get(level).minus(found.get(level)).squared().mean());
            }
            return MetricResult.of(sum / SIGMAS.length);
        };
    }

    private static List<Plane> normalised(Plane luma) {
        Plane unit = luma.map(value -> value / 255);
        List<Plane> pyramid = LaplacianPyramid.of(unit, SIGMAS.length, LaplacianPyramid.Style.BURT_ADELSON);
        List<Plane> normalised = new ArrayList<>();
        for (int level = 0; level < SIGMAS.length; level++) {
            double sigma = SIGMAS[level];
            Plane band = pyramid.get(level);
            Plane activity = LinearFilter.same(band.map(Math::abs), neighbours(level), Border.ZERO);
            normalised.add(band.zip(activity, (value, around) -> value / (sigma + around)));
        }
        return normalised;
    }

    /** The published arrays are convolution kernels, hence turned. */
    private static Kernel neighbours(int level) {
        double[] n = NEIGHBOURS[level];
        return Kernel.square(3, 1, 0, n[0], 0, n[1], 0, n[2], 0, n[3], 0).turned();
    }
}
