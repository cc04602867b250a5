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
 * Mean deviation similarity index, Nafchi, Shahkolaei, Hedjam and Cheriet, IEEE Access 4, 2016, in its
 * sum form: gradient similarity (C1 = 140, C2 = 55, Prewitt over 3, also against the mean image) times 0.6 plus
 * chromaticity similarity (C3 = 550) times 0.4; the fourth root of the mean deviation of its fourth root, complex where
 * it is negative. Images are shrunk as for {@link Fsim}. Lower is better, 0 for identical images. Not symmetric. Map:
 * the similarity before roots, at the shrunk size. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Mdsi extends ClassicalMetric {

    private static final double C1 = 140;
    private static final double C2 = 55;
    private static final double C3 = 550;
    private static final double ALPHA = 0.6;
    private static final double POWER = 0.25;

    Mdsi() {
        super(new MetricDescription(
                "mdsi",
                "MDSI",
                "H. Z. Nafchi, A. Shahkolaei, R. Hedjam, M. Cheriet: Mean deviation similarity index: efficient and reliable"
                        + " full-reference image quality evaluator. IEEE Access 4, 2016",
                Direction.LOWER_IS_BETTER,
                0,
                1.2,
                true,
                3,
                true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Lhm expected = Lhm.of(reference);
        Plane expectedGradient = Gradient.prewitt(expected.l);
        return distorted -> {
            Lhm found = Lhm.of(distorted);
            Plane gradient = gradientSimilarity(found.l, expected.l, expectedGradient);
            Plane map = gradient.zip(chromaticity(expected, found), (g, c) -> ALPHA * g + (1 - ALPHA) * c);
            return MetricResult.of(Math.pow(meanDeviation(map), POWER), map);
        };
    }

    private static Plane gradientSimilarity(Plane distorted, Plane reference, Plane gradientReference) {
        Plane gradientDistorted = Gradient.prewitt(distorted);
        Plane gradientMean = Gradient.prewitt(distorted.zip(reference, (p, q) -> (p + q) / 2));
        return Similarity.of(gradientDistorted, gradientReference, C1)
                .zip(Similarity.of(gradientDistorted, gradientMean, C2), Double::sum)
                .minus(Similarity.of(gradientReference, gradientMean, C2));
    }

    private static Plane chromaticity(Lhm a, Lhm b) {
        Plane products = a.h.times(b.h).zip(a.m.times(b.m), Double::sum);
        return products.zip(
                a.energy().zip(b.energy(), Double::sum), (product, energy) -> (2 * product + C3) / (energy + C3));
    }

    /** Mean distance of the fourth roots from their mean, in the complex plane. */
    private static double meanDeviation(Plane map) {
        Plane length = map.map(s -> Math.pow(Math.abs(s), POWER));
        double turnedRe = Math.cos(Math.PI * POWER);
        double turnedIm = Math.sin(Math.PI * POWER);
        Plane re = map.zip(length, (s, r) -> s >= 0 ? r : r * turnedRe);
        Plane im = map.zip(length, (s, r) -> s >= 0 ? 0 : r * turnedIm);
        double meanRe = re.mean();
        double meanIm = im.mean();
        return re.zip(im, (x, y) -> Math.sqrt((x - meanRe) * (x - meanRe) + (y - meanIm) * (y - meanIm)))
                .mean();
    }

    /** Luminance and two chromaticity channels of the Gaussian colour model. */
    private record Lhm(Plane l, Plane h, Plane m) {

        static Lhm of(PlanarImage image) {
            int factor = Resampling.viewingFactor(image.width(), image.height());
            return new Lhm(
                    Resampling.boxDecimated(image.weighted(0.2989, 0.5870, 0.1140), factor, Border.ZERO),
                    Resampling.boxDecimated(image.weighted(0.30, 0.04, -0.35), factor, Border.ZERO),
                    Resampling.boxDecimated(image.weighted(0.34, -0.60, 0.17), factor, Border.ZERO));
        }

        Plane energy() {
            return h.squared().zip(m.squared(), Double::sum);
        }
    }
}
