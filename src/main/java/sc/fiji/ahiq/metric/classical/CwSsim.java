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
import sc.fiji.ahiq.metric.filter.Spectrum;
import sc.fiji.ahiq.metric.filter.Window;

/**
 * Complex wavelet SSIM, Sampat, Wang, Gupta, Bovik and Markey, TIP 18(11), 2009, with K = 0: on the eight bands of the
 * fourth level of a complex steerable pyramid of the grey images, in 7 x 7 windows, weighted with a Gaussian around the
 * image centre whose sigma is a quarter of the band's height; mean over bands. Higher is better, 1 for identical
 * images, hardly affected by small shifts. Symmetric. No map. Windows without any coefficient in both images count as
 * 1. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class CwSsim extends ClassicalMetric {

    private static final int LEVEL = 4;
    private static final int ORIENTATIONS = 8;
    private static final int WINDOW_SIZE = 7;
    private static final double NOTHING = 1e-12;

    CwSsim() {
        super(new MetricDescription(
                "cw_ssim",
                "CW-SSIM",
                "M. P. Sampat, Z. Wang, S. Gupta, A. C. Bovik, M. K. Markey: Complex wavelet structural similarity: a new image"
                        + " similarity index. IEEE TIP 18(11), 2009",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                ComplexSteerablePyramid.minimumSize(LEVEL),
                false));
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Spectrum[] expected = ComplexSteerablePyramid.bands(reference.grey(), LEVEL, ORIENTATIONS);
        return distorted -> {
            Spectrum[] found = ComplexSteerablePyramid.bands(distorted.grey(), LEVEL, ORIENTATIONS);
            double sum = 0;
            for (int band = 0; band < ORIENTATIONS; band++) {
                sum += similarity(expected[band], found[band]);
            }
            return MetricResult.of(sum / ORIENTATIONS);
        };
    }

    private static double similarity(Spectrum a, Spectrum b) {
        Plane re = Plane.zeros(a.width(), a.height());
        Plane im = Plane.zeros(a.width(), a.height());
        Plane energy = Plane.zeros(a.width(), a.height());
        for (int i = 0; i < energy.area(); i++) {
            double aRe = a.values()[2 * i];
            double aIm = a.values()[2 * i + 1];
            double bRe = b.values()[2 * i];
            double bIm = b.values()[2 * i + 1];
            re.values()[i] = aRe * bRe + aIm * bIm;
            im.values()[i] = aIm * bRe - aRe * bIm;
            energy.values()[i] = aRe * aRe + aIm * aIm + bRe * bRe + bIm * bIm;
        }
        double[] box = Window.box(WINDOW_SIZE);
        Plane correlation =
                LinearFilter.valid(re, box).zip(LinearFilter.valid(im, box), (x, y) -> 2 * Math.sqrt(x * x + y * y));
        Plane map = correlation.zip(LinearFilter.valid(energy, box), (twice, sum) -> sum > NOTHING ? twice / sum : 1);
        return map.weightedMean(centreWeights(map.width(), map.height(), a.height() / 4.0));
    }

    private static Plane centreWeights(int width, int height, double sigma) {
        double[] across = Window.gaussian(width, sigma);
        double[] down = Window.gaussian(height, sigma);
        Plane weights = Plane.zeros(width, height);
        for (int i = 0; i < weights.area(); i++) {
            weights.values()[i] = across[i % width] * down[i / width];
        }
        return weights;
    }
}
