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
import sc.fiji.ahiq.metric.PlanarImage;

/**
 * Feature similarity, Zhang, Zhang, Mou and Zhang, TIP 20(8), 2011: similarity of phase congruency (T1 = 0.85)
 * and of Scharr gradients (T2 = 160) of the luma of YIQ, not rounded, pooled with the larger phase congruency. Images
 * are shrunk first by max(1, round(shorter side / 256)) with a box mean, zeros beyond the border. Higher is better, 1
 * for identical images. Symmetric. Map: the similarity before pooling, at the shrunk size. Two images without any
 * structure are pooled evenly. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Fsim extends ClassicalMetric {

    Fsim() {
        super(new MetricDescription(
                "fsim", "FSIM", FeatureSimilarity.CITATION, Direction.HIGHER_IS_BETTER, 0, 1, false, 16, true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return FeatureSimilarity.prepare(reference, false);
    }
}
