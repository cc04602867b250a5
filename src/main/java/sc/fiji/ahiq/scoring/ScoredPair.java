/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.ahiq.image.IntensityRange;

/**
 * What the metrics of a run said of a pair.
 *
 * @param reference name
 * @param distorted name
 * @param ahiq empty if AHIQ was not asked for or could not score the pair
 * @param scores of all other metrics that could score the pair, by their names
 * @param maps of those of them that have any, if they were to be kept
 * @param range of the pixel values
 * @param seconds that scoring took
 * @param error the messages of the metrics that could not score the pair
 */
public record ScoredPair(
        String reference,
        String distorted,
        Optional<PairScore> ahiq,
        Map<String, Double> scores,
        Map<String, QualityMap> maps,
        IntensityRange range,
        double seconds,
        Optional<String> error) {

    /** Whether any metric could score the pair. */
    public boolean isScored() {
        return ahiq.isPresent() || !scores.isEmpty();
    }

    /** The score of a metric of the run, AHIQ included; empty if it could not score the pair. */
    public OptionalDouble score(String metric) {
        if (metric.equals(MetricSelection.AHIQ)) {
            return ahiq.isPresent() ? OptionalDouble.of(ahiq.get().score()) : OptionalDouble.empty();
        }
        Double score = scores.get(metric);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
