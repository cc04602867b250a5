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

/**
 * Most apparent distortion, Larson and Chandler, JEI 19(1), 2010: the geometric mean of a detection score (masked
 * visible errors, {@link MadDetection}) and an appearance score (statistics of log-Gabor bands, {@link MadAppearance}),
 * weighted by how visible the distortion is, beta1 = exp(-2.55 / 3.35), beta2 = 1 / (3.35 ln 10). Of the grey images,
 * so that distortions of colour alone give 0. Lower is better, 0 for identical images. Not symmetric. No map.
 *
 * <p>Reference values are those of a widely used published port, which this class reproduces although it departs from
 * the paper: it weights log-Gabor bands by direction where the paper weights by scale, lets the finest bands pass one
 * very low frequency, and on images that are not square mixes up the contrast sensitivity of frequencies.
 * {@link Original} does not.
 */
@Plugin(type = Metric.class)
final class Mad extends ClassicalMetric {

    private static final double BETA_1 = Math.exp(-2.55 / 3.35);
    private static final double BETA_2 = 1 / (Math.log(10) * 3.35);

    Mad() {
        super(describe("mad", "MAD"));
    }

    private static MetricDescription describe(String name, String label) {
        return new MetricDescription(
                name,
                label,
                "E. C. Larson, D. M. Chandler: Most apparent distortion: full-reference image quality assessment and the role of"
                        + " strategy. Journal of Electronic Imaging 19(1), 2010",
                Direction.LOWER_IS_BETTER,
                0,
                Double.POSITIVE_INFINITY,
                false,
                32,
                false);
    }

    @Override
    protected boolean needsStructure() {
        return true;
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return prepare(reference, true);
    }

    private static Comparison prepare(PlanarImage reference, boolean asPorted) {
        MadDetection detection = MadDetection.of(reference.grey(), asPorted);
        MadAppearance appearance = MadAppearance.of(reference.grey(), asPorted);
        return distorted -> {
            double detected = detection.score(distorted.grey());
            double visibility = 1 / (1 + BETA_1 * Math.pow(detected, BETA_2));
            double appeared = appearance.score(distorted.grey());
            return MetricResult.of(Math.pow(detected, visibility) * Math.pow(appeared, 1 - visibility));
        };
    }

    /** {@link Mad} as in the paper; no reference value was available. */
    @Plugin(type = Metric.class)
    public static final class Original extends ClassicalMetric {

        public Original() {
            super(describe("mad_original", "MAD (original)"));
        }

        @Override
        protected boolean needsStructure() {
            return true;
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            return Mad.prepare(reference, false);
        }
    }
}
