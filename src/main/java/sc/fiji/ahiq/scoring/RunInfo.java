/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;

/**
 * What all rows of a run have in common.
 *
 * @param metrics in the order they were given
 * @param options of the run
 * @param version of this program
 */
public record RunInfo(List<Scorer> metrics, ScoringOptions options, String version) {

    /**
     * A metric of the run.
     *
     * @param provenance what tables say of how it is run, by column
     * @param fingerprint what else decides about its scores
     */
    public record Scorer(MetricDescription description, Map<String, Object> provenance, List<String> fingerprint)
            implements Serializable {

        static Scorer of(Metric metric) {
            return new Scorer(metric.description(), metric.provenance(), metric.fingerprint());
        }

        /** The name of the metric, and of the column of its scores. */
        public String name() {
            return description.name();
        }
    }

    public RunInfo {
        metrics = List.copyOf(metrics);
    }

    static RunInfo of(List<Metric> metrics, ScoringOptions options) {
        return new RunInfo(metrics.stream().map(Scorer::of).toList(), options, Version.get());
    }

    /** A cell that the first metric that has it says, such as {@code device}; null if none has. */
    public Object first(String column) {
        return metrics.stream()
                .map(metric -> metric.provenance().get(column))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }
}
