/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a metric says of a pair.
 *
 * @param score in the range and direction of the metric's description
 * @param maps local quality and, of some metrics, how much it counts; none if the metric defines none
 * @param crops what it says of the crops that it looked at, if it looks at crops
 */
public record MetricResult(double score, List<QualityMap> maps, Optional<CropScores> crops) {

    public MetricResult {
        maps = List.copyOf(maps);
    }

    public static MetricResult of(double score) {
        return new MetricResult(score, List.of(), Optional.empty());
    }

    public static MetricResult of(double score, Plane quality) {
        return new MetricResult(score, List.of(QualityMap.of(quality)), Optional.empty());
    }

    /** A result that is made of crops, and whose maps are stitched of their patches when they are asked for. */
    public static MetricResult of(double score, CropScores crops) {
        return new MetricResult(score, QualityMap.of(crops.maps()), Optional.of(crops));
    }

    /** The same without maps that take memory; those that are made of patches stay. */
    public MetricResult withoutMaps() {
        return new MetricResult(
                score, maps.stream().filter(QualityMap::isMadeOfPatches).toList(), crops);
    }

    /** The map of this kind, if there is one. */
    public Optional<QualityMap> map(QualityMap.Kind kind) {
        return maps.stream().filter(map -> map.kind() == kind).findFirst();
    }
}
