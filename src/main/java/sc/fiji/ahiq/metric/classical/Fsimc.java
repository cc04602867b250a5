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
 * {@link Fsim} with colour: times the similarity of I and of Q (T3 = T4 = 200) to the
 * power 0.03, of which the real part is taken where the product is negative. On grey images it equals FSIM. Higher is
 * better, 1 for identical images. Symmetric. Map as FSIM's. Reference values: a published implementation.
 */
@Plugin(type = Metric.class)
final class Fsimc extends ClassicalMetric {

    Fsimc() {
        super(new MetricDescription(
                "fsimc", "FSIMc", FeatureSimilarity.CITATION, Direction.HIGHER_IS_BETTER, 0, 1, true, 16, true));
    }

    @Override
    protected Comparison prepare(PlanarImage reference) {
        return FeatureSimilarity.prepare(reference, true);
    }
}
