/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.Printable;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.learned.LearnedMetric;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.LoadedTable;

/**
 * Which columns of a results file are metrics: AHIQ, those named like a metric of this program, and those asked
 * for.
 */
final class MetricColumns {

    private final Set<String> present;
    private final Path file;

    MetricColumns(LoadedTable table) {
        this.present = new LinkedHashSet<>(table.columns());
        present.removeIf(
                column -> table.rows().stream().allMatch(row -> row.text(column).isEmpty()));
        this.file = table.file();
    }

    /**
     * @param names separated by commas; those of former versions are known; blank for all that are known
     * @throws UsageException if a named column is not there, is repeated, or nothing is known
     */
    List<MetricColumn> choose(String names) {
        List<MetricColumn> known = known();
        if (names.isBlank()) {
            if (known.isEmpty()) {
                throw new UsageException("Expected a column 'ahiq' or columns named like metrics, but " + file + " has "
                        + columns() + ". Name the columns to evaluate by --metrics.");
            }
            return known;
        }
        Function<String, MetricColumn> byName = name -> known.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> new MetricColumn(name, name, Optional.empty()));
        Set<String> chosen = new LinkedHashSet<>();
        for (String given : names.split(",", -1)) {
            String name = present.contains(given.strip()) ? given.strip() : Columns.current(given.strip());
            if (!present.contains(name)) {
                throw new UsageException("Expected metrics out of the columns of " + file + ", " + columns()
                        + ", but found '" + Printable.of(name) + "'. Separate several by commas, such as ahiq,psnr.");
            }
            if (!chosen.add(name)) {
                throw new UsageException("Expected each metric once, but '" + Printable.of(name)
                        + "' is repeated. Remove the repetition.");
            }
        }
        return chosen.stream().map(byName).toList();
    }

    private List<MetricColumn> known() {
        Stream<MetricDescription> models =
                present.stream().filter(this::isModel).map(name -> AhiqMetric.describe(name, 1));
        Stream<MetricDescription> others = Stream.concat(
                Metrics.ofClassPath().all().stream().map(Metric::description),
                LearnedMetric.describe(ModelStore.of(null)));
        return Stream.concat(models, others)
                .filter(metric -> present.contains(metric.name()))
                .map(metric -> new MetricColumn(metric.name(), metric.label(), Optional.of(metric.direction())))
                .toList();
    }

    /** Not {@code ahiq:mine.sd}, which tells more of {@code ahiq:mine}. */
    private boolean isModel(String column) {
        return column.equals(AhiqMetric.NAME)
                || column.startsWith(AhiqMetric.NAME + ":")
                        && present.stream().noneMatch(other -> column.startsWith(other + "."));
    }

    private String columns() {
        return present.stream().map(Printable::of).collect(Collectors.joining(", "));
    }
}
