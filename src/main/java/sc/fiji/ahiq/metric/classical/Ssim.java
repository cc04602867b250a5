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
 * Structural similarity, Wang, Bovik, Sheikh and Simoncelli, TIP 13(4), 2004: mean of the SSIM map of the grey images,
 * at full size. Higher is better, 1 for identical images, negative where structure is inverted. Symmetric. The map is
 * smaller than the images by 10 pixels in each direction.
 *
 * <p>The authors later advised to shrink images first by the factor max(1, round(shorter side / 256)), with a box mean
 * and a symmetric border: {@link Downsampled} does, under a name of its own. Some published programs take inverted
 * structure for none: so does {@link Clipped}.
 */
@Plugin(type = Metric.class)
final class Ssim extends ClassicalMetric {

    static final String CITATION =
            "Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli: Image quality assessment: from"
                    + " error visibility to structural similarity. IEEE TIP 13(4), 2004";

    Ssim() {
        super(describe("ssim", "SSIM", -1));
    }

    private static MetricDescription describe(String name, String label, double lowest) {
        return new MetricDescription(
                name, label, CITATION, Direction.HIGHER_IS_BETTER, lowest, 1, false, SsimMaps.WINDOW_SIZE, true);
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        Plane expected = reference.grey();
        return distorted -> compare(expected, distorted.grey());
    }

    private static MetricResult compare(Plane reference, Plane distorted) {
        Plane map = SsimMaps.signed(reference, distorted).ssim();
        return MetricResult.of(map.mean(), map);
    }

    private static MetricResult clipped(Plane reference, Plane distorted) {
        Plane map = SsimMaps.of(reference, distorted).ssim();
        return MetricResult.of(map.mean(), map);
    }

    /**
     * {@link Ssim} of images shrunk to a viewing distance, with inverted structure as 0, as published programs have it.
     */
    @Plugin(type = Metric.class)
    public static final class Downsampled extends ClassicalMetric {

        public Downsampled() {
            super(describe("ssim_downsampled", "SSIM (downsampled)", 0));
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            int factor = Resampling.viewingFactor(reference.width(), reference.height());
            Plane expected = Resampling.boxDecimated(reference.grey(), factor, Border.SYMMETRIC);
            return distorted -> clipped(expected, Resampling.boxDecimated(distorted.grey(), factor, Border.SYMMETRIC));
        }
    }

    /** {@link Ssim} with inverted structure as 0, as PyTorch programs such as PIQ compute it. */
    @Plugin(type = Metric.class)
    public static final class Clipped extends ClassicalMetric {

        public Clipped() {
            super(describe("ssim_clipped", "SSIM (clipped)", 0));
        }

        @Override
        protected Comparison prepare(PlanarImage reference) {
            Plane expected = reference.grey();
            return distorted -> clipped(expected, distorted.grey());
        }
    }
}
