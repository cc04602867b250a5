/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.classical;

import java.util.Arrays;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.ClassicalMetric;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Noise quality measure in decibels, Damera-Venkata, Kite, Geisler, Evans and Bovik, TIP 9(4), 2000: after Peli's
 * contrast pyramid of five octave bands, contrast thresholds and contrast masking, the ratio of the energies of the
 * reference and of the error. Grey images; viewing angle (1 / 3.5) * 180 / pi degrees. Higher is better, infinity for
 * identical images. Not symmetric. No map. A local luminance of zero has no contrast. As in the code that is in use,
 * only contrast above the local luminance masks, and the masking threshold of a band is that at its number in cycles
 * per degree. No reference value was available; checked by properties and by hand in a small case.
 */
@Plugin(type = Metric.class)
final class Nqm extends ClassicalMetric {

    private static final int BANDS = 5;
    private static final double VIEWING_ANGLE = 1 / 3.5 * 180 / Math.PI;

    Nqm() {
        super(new MetricDescription(
                "nqm",
                "NQM",
                "N. Damera-Venkata, T. D. Kite, W. S. Geisler, B. L. Evans, A. C. Bovik: Image quality assessment based on a"
                        + " degradation model. IEEE TIP 9(4), 2000",
                Direction.HIGHER_IS_BETTER,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false,
                16,
                false));
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        double[][] expected = bands(reference.grey());
        return distorted -> compare(expected, bands(distorted.grey()));
    }

    private static MetricResult compare(double[][] expected, double[][] found) {
        int area = expected[0].length;
        double[] thresholds = new double[BANDS + 1];
        double[] maskers = new double[BANDS + 1];
        for (int band = 1; band <= BANDS; band++) {
            thresholds[band] = contrastThreshold((1 << band) / VIEWING_ANGLE);
            maskers[band] = contrastThreshold(band);
        }
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < area; i++) {
            double seenExpected = 0;
            double seenFound = 0;
            double luminanceExpected = expected[0][i];
            double luminanceFound = found[0][i];
            for (int band = 1; band <= BANDS; band++) {
                double a = expected[band][i];
                double b = found[band][i];
                double contrastA = contrast(a, luminanceExpected);
                double contrastB = contrast(b, luminanceFound);
                luminanceExpected += a;
                luminanceFound += b;
                seenExpected += Math.abs(contrastA) < thresholds[band] ? 0 : a;
                double masked = isMasked(contrastA, contrastB, maskers[band]) ? a : b;
                seenFound += Math.abs(contrastB) < thresholds[band] ? 0 : masked;
            }
            signal += seenExpected * seenExpected;
            noise += (seenExpected - seenFound) * (seenExpected - seenFound);
        }
        return MetricResult.of(noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise));
    }

    private static double[][] bands(Plane grey) {
        return Arrays.stream(CosineLogBands.of(grey, BANDS)).map(Plane::values).toArray(double[][]::new);
    }

    private static double contrast(double band, double luminance) {
        return luminance == 0 ? 0 : band / luminance;
    }

    /** Whether a change of contrast is below the threshold raised by the contrast of the reference. */
    private static boolean isMasked(double reference, double distorted, double threshold) {
        double limited = Math.abs(distorted) > 1 ? 1 : distorted;
        return Math.abs(limited - reference) < threshold * (0.86 * (reference / threshold - 1) + 0.3);
    }

    /** Contrast threshold at a frequency in cycles per degree. */
    private static double contrastThreshold(double frequency) {
        double argument = 0.114 * frequency;
        return 1 / (200 * 2.6 * (0.0192 + argument) * Math.exp(-Math.pow(argument, 1.1)));
    }
}
