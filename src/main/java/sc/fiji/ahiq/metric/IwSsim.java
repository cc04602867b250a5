/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.List;
import org.scijava.plugin.Plugin;
import sc.fiji.ahiq.metric.filter.LaplacianPyramid;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * Information content weighted SSIM, Wang and Li, TIP 20(5), 2011: as {@link MsSsim}, but on the five levels of a binomial
 * Laplacian pyramid of the luma of YIQ, not rounded, and with the local information content as weight at all but the coarsest;
 * at the three finest the coefficient of the next coarser level joins the 3 x 3 neighbours. sigma_n^2 = 0.4. Higher is better,
 * 1 for identical images. Not symmetric. No map. Images without information are pooled evenly. Reference values: a published
 * implementation; like it, a negative contrast-structure mean counts by its magnitude.
 */
@Plugin(type = FullReferenceMetric.class)
public final class IwSsim extends ClassicalMetric {

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    private static final int MARGIN = (SsimMaps.WINDOW_SIZE - InformationContent.BLOCK_SIZE) / 2;

    public IwSsim() {
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
    MetricResult compare(PlanarImage reference, PlanarImage distorted) {
        int levels = WEIGHTS.length;
        List<Plane> expected = LaplacianPyramid.of(reference.luma(), levels, LaplacianPyramid.Style.BINOMIAL);
        List<Plane> found = LaplacianPyramid.of(distorted.luma(), levels, LaplacianPyramid.Style.BINOMIAL);
        double sum = 0;
        for (double weight : WEIGHTS) {
            sum += weight;
        }
        double product = 1;
        for (int level = 0; level < levels; level++) {
            product *= Math.pow(levelScore(expected, found, level), WEIGHTS[level] / sum);
        }
        return MetricResult.of(product);
    }

    private static double levelScore(List<Plane> expected, List<Plane> found, int level) {
        SsimMaps maps = SsimMaps.signed(expected.get(level), found.get(level));
        int coarsest = WEIGHTS.length - 1;
        if (level == coarsest) {
            return Math.abs(maps.ssim().mean());
        }
        Plane parent = level < coarsest - 1 ? expected.get(level + 1) : null;
        Plane information = InformationContent.of(expected.get(level), found.get(level), parent);
        Plane map = maps.contrastStructure();
        Plane weights = information.crop(MARGIN, MARGIN, map.width(), map.height());
        return Math.abs(Pooling.weighted(map, weights));
    }
}
