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
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Information content weighted SSIM, Wang and Li, TIP 20(5), 2011: as {@link MsSsim}, but on the five levels of a
 * binomial Laplacian pyramid of the luma of YIQ, not rounded, and with the local information content as weight at all
 * but the coarsest; at the three finest the coefficient of the next coarser level joins the 3 x 3 neighbours. sigma_n^2
 * = 0.4. Higher is better, 1 for identical images. Not symmetric. No map. Images without information are pooled evenly.
 * Reference values: a published implementation; like it, a negative contrast-structure mean counts by its magnitude.
 */
@Plugin(type = Metric.class)
final class IwSsim extends ClassicalMetric {

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    private static final int MARGIN = (SsimMaps.WINDOW_SIZE - InformationContent.BLOCK_SIZE) / 2;

    IwSsim() {
        super(new MetricDescription(
                "iw_ssim",
                "IW-SSIM",
                "Z. Wang, Q. Li: Information content weighting for perceptual image quality assessment. IEEE TIP 20(5), 2011",
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                false,
                SsimMaps.WINDOW_SIZE << (WEIGHTS.length - 1),
                false));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        List<Plane> expected = levels(reference);
        List<InformationContent> information = new ArrayList<>();
        for (int level = 0; level < WEIGHTS.length - 1; level++) {
            Plane parent = level < WEIGHTS.length - 2 ? expected.get(level + 1) : null;
            information.add(InformationContent.of(expected.get(level), parent));
        }
        return distorted -> compare(expected, information, levels(distorted));
    }

    private static List<Plane> levels(PlanarImage image) {
        return LaplacianPyramid.of(image.luma(), WEIGHTS.length, LaplacianPyramid.Style.BINOMIAL);
    }

    private static MetricResult compare(List<Plane> expected, List<InformationContent> information, List<Plane> found) {
        double sum = 0;
        for (double weight : WEIGHTS) {
            sum += weight;
        }
        double product = 1;
        for (int level = 0; level < WEIGHTS.length; level++) {
            SsimMaps maps = SsimMaps.signed(expected.get(level), found.get(level));
            double score = level == information.size()
                    ? Math.abs(maps.ssim().mean())
                    : weighted(maps.contrastStructure(), information.get(level).with(found.get(level)));
            product *= Math.pow(score, WEIGHTS[level] / sum);
        }
        return MetricResult.of(product);
    }

    private static double weighted(Plane map, Plane information) {
        return Math.abs(Similarity.weighted(map, information.crop(MARGIN, MARGIN, map.width(), map.height())));
    }
}
