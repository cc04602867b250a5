/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.Optional;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a metric says of a pair.
 *
 * @param score in the range and direction of the metric's description
 * @param map local quality, if the metric defines it: in the metric's own unit, possibly smaller than the images where it
 *     shrinks them or leaves out a border; the metric says which
 */
public record MetricResult(double score, Optional<Plane> map) {

    public static MetricResult of(double score) {
        return new MetricResult(score, Optional.empty());
    }

    public static MetricResult of(double score, Plane map) {
        return new MetricResult(score, Optional.of(map));
    }
}
