/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.MetricResult;

/**
 * What the metrics of a run said of a pair.
 *
 * @param reference name
 * @param distorted name
 * @param results of the metrics that could score the pair, by their names, in the order of the run
 * @param errors messages of the others
 * @param range of the pixel values
 * @param seconds that scoring took
 */
public record PairScore(
        String reference,
        String distorted,
        Map<String, MetricResult> results,
        Map<String, String> errors,
        IntensityRange range,
        double seconds) {

    public PairScore {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** Whether any metric could score the pair. */
    public boolean isScored() {
        return !results.isEmpty();
    }

    /** The score of a metric of the run; empty if it could not score the pair. */
    public OptionalDouble score(String metric) {
        MetricResult result = results.get(metric);
        return result == null ? OptionalDouble.empty() : OptionalDouble.of(result.score());
    }

    /** The patches of the first metric that tells patches. */
    public Optional<PatchMaps> patches() {
        return patched().flatMap(MetricResult::patches);
    }

    /** The crops that these patches are of; empty if that metric has none. */
    public Optional<CropScores> crops() {
        return patched().flatMap(MetricResult::crops);
    }

    private Optional<MetricResult> patched() {
        return results.values().stream()
                .filter(result -> result.patches().isPresent())
                .findFirst();
    }

    /**
     * Messages of the metrics that could not score the pair, each after the name of its metric unless there is but one
     * metric.
     */
    public Optional<String> error() {
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        if (errors.size() + results.size() == 1) {
            return Optional.of(errors.values().iterator().next());
        }
        List<String> messages = new ArrayList<>();
        errors.forEach((name, message) -> messages.add(name + ": " + message));
        return Optional.of(String.join(" ", messages));
    }
}
