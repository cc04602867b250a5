/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric;

import java.util.List;
import java.util.Optional;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.filter.Plane;

/**
 * What a metric says of a pair.
 *
 * @param score in the range and direction of the metric's description
 * @param maps local quality and, of some metrics, how much it counts; none if the metric defines none
 * @param patches what the maps are made of, if they are made of patches
 * @param crops what it says of the crops that it looked at, if it looks at crops
 */
public record MetricResult(
        double score, List<QualityMap> maps, Optional<PatchMaps> patches, Optional<CropScores> crops) {

    public MetricResult {
        maps = List.copyOf(maps);
    }

    public static MetricResult of(double score) {
        return of(score, List.of());
    }

    public static MetricResult of(double score, Plane quality) {
        return of(score, List.of(QualityMap.of(quality)));
    }

    /** A result with maps that are not made of patches. */
    public static MetricResult of(double score, List<QualityMap> maps) {
        return new MetricResult(score, maps, Optional.empty(), Optional.empty());
    }

    /** A result whose maps are made of patches when they are asked for. */
    public static MetricResult of(double score, PatchMaps patches) {
        return new MetricResult(score, QualityMap.of(patches), Optional.of(patches), Optional.empty());
    }

    /** The same of a metric that looks at crops. */
    public static MetricResult of(double score, PatchMaps patches, CropScores crops) {
        return new MetricResult(score, QualityMap.of(patches), Optional.of(patches), Optional.of(crops));
    }

    /** The same without maps that take memory; those that are made of patches stay. */
    public MetricResult withoutMaps() {
        return new MetricResult(
                score, maps.stream().filter(QualityMap::isMadeOfPatches).toList(), patches, crops);
    }

    /** The map of this kind, if there is one. */
    public Optional<QualityMap> map(QualityMap.Kind kind) {
        return maps.stream().filter(map -> map.kind() == kind).findFirst();
    }
}
