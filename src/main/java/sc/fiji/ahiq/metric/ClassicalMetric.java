/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

/** A metric that is checked before it looks at the images. */
abstract class ClassicalMetric implements FullReferenceMetric {

    private final MetricDescription description;

    ClassicalMetric(MetricDescription description) {
        this.description = description;
    }

    @Override
    public final MetricDescription description() {
        return description;
    }

    @Override
    public final MetricResult score(PlanarImage reference, PlanarImage distorted) {
        ImageCheck.requireComparable(description, reference, distorted);
        return compare(reference, distorted);
    }

    /** Compares images of the same, sufficient size. */
    abstract MetricResult compare(PlanarImage reference, PlanarImage distorted);
}
