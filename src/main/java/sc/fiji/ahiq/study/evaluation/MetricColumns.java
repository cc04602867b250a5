/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;

/**
 * Which columns of a results file are metrics: the score of AHIQ, those named like a metric of this program, and those asked
 * for.
 */
final class MetricColumns {

    private static final MetricColumn AHIQ = new MetricColumn("score", "AHIQ", Optional.of(Direction.HIGHER_IS_BETTER));

    private final Set<String> present;
    private final String file;

    /** @param file what messages call the results file */
    MetricColumns(List<String> columns, String file) {
        this.present = new LinkedHashSet<>(columns);
        this.file = file;
    }

    /**
     * @param names separated by commas; {@code ahiq} is another name of {@code score}; blank for all that are known
     * @throws UsageException if a named column is not there, is repeated, or nothing is known
     */
    List<MetricColumn> choose(String names) {
        List<MetricColumn> known = known();
        if (names.isBlank()) {
            if (known.isEmpty()) {
                throw new UsageException("Expected a column 'score' or columns named like metrics, but " + file
                        + " has " + columns() + ". Name the columns to evaluate by --metrics.");
            }
            return known;
        }
        Function<String, MetricColumn> byName = name -> known.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> new MetricColumn(name, name, Optional.empty()));
        Set<String> chosen = new LinkedHashSet<>();
        for (String given : names.split(",", -1)) {
            String name = given.strip().equals("ahiq") && !present.contains("ahiq") ? AHIQ.name() : given.strip();
            if (!present.contains(name)) {
                throw new UsageException("Expected metrics out of the columns of " + file + ", " + columns()
                        + ", but found '" + Printable.of(name) + "'. Separate several by commas, such as score,psnr.");
            }
            if (!chosen.add(name)) {
                throw new UsageException("Expected each metric once, but '" + Printable.of(name)
                        + "' is repeated. Remove the repetition.");
            }
        }
        return chosen.stream().map(byName).toList();
    }

    private List<MetricColumn> known() {
        List<MetricColumn> known = new ArrayList<>();
        if (present.contains(AHIQ.name())) {
            known.add(AHIQ);
        }
        for (Metric metric : Metrics.ofClassPath().all()) {
            MetricDescription description = metric.description();
            if (present.contains(description.name())) {
                known.add(new MetricColumn(
                        description.name(), description.label(), Optional.of(description.direction())));
            }
        }
        return known;
    }

    private String columns() {
        return present.stream().map(Printable::of).collect(Collectors.joining(", "));
    }
}
