/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Which columns of a results file are metrics: AHIQ, those called like a metric of this program, and those asked
 * for.
 */
final class MetricColumns {

    private static final Pattern NUMBER = Pattern.compile("NaN|[+-]?(Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)");

    private final LoadedTable table;
    private final Set<String> present;
    private final List<MetricColumn> known;
    private final ModelStore models;

    MetricColumns(LoadedTable table, ModelStore models) {
        this.table = table;
        this.models = models;
        this.present = new LinkedHashSet<>(table.columns());
        present.removeIf(
                column -> table.rows().stream().allMatch(row -> row.text(column).isEmpty()));
        this.known = known();
    }

    /**
     * @param names separated by commas, of columns or metrics, those of former versions, too; blank for all that are
     *     known
     * @throws UsageException if a named column is not there, is repeated, or nothing is known
     */
    List<MetricColumn> choose(String names) {
        if (names.isBlank()) {
            if (known.isEmpty()) {
                throw new UsageException("Expected a column 'ahiq' or columns named like metrics, but " + table.file()
                        + " has " + columns() + ". Name the columns to evaluate by --metrics.");
            }
            return known;
        }
        Map<String, MetricColumn> chosen = new LinkedHashMap<>();
        for (String given : names.split(",", -1)) {
            MetricColumn column = find(given.strip())
                    .orElseThrow(() -> new UsageException("Expected metrics out of the columns of " + table.file()
                            + ", " + columns() + ", but found '" + Printable.of(given.strip())
                            + "'. Separate several by commas, such as ahiq,psnr."));
            if (chosen.put(column.name(), column) != null) {
                throw new UsageException("Expected each metric once, but '" + Printable.of(column.name())
                        + "' is repeated. Remove the repetition.");
            }
        }
        return List.copyOf(chosen.values());
    }

    /** A column by its name, that of its metric, or one that differs in the case of letters. */
    private Optional<MetricColumn> find(String given) {
        String name = present.contains(given) ? given : Columns.current(given);
        return column(name)
                .or(() -> known.stream()
                        .filter(column -> column.isCalled(name))
                        .findFirst()
                        .map(MetricColumn::name))
                .or(() -> present.stream().filter(name::equalsIgnoreCase).findFirst())
                .map(found -> known.stream()
                        .filter(column -> column.name().equals(found))
                        .findFirst()
                        .orElseGet(() -> new MetricColumn(found, found, Optional.empty())));
    }

    private Optional<String> column(String name) {
        return Optional.of(name).filter(present::contains);
    }

    private List<MetricColumn> known() {
        Stream<MetricDescription> ahiq =
                present.stream().filter(this::isModel).map(name -> AhiqMetric.describe(name, 1));
        Stream<MetricDescription> others = Stream.concat(
                Metrics.ofClassPath().all().stream().map(Metric::description), LearnedMetric.describe(models));
        return Stream.concat(ahiq, others)
                .flatMap(metric -> column(metric.name())
                        .or(() -> present.stream().filter(metric::isCalled).findFirst())
                        .map(column -> new MetricColumn(column, metric.label(), Optional.of(metric.direction())))
                        .stream())
                .toList();
    }

    /** Not {@code ahiq:mine.sd}, which tells more of {@code ahiq:mine}. */
    private boolean isModel(String column) {
        return column.equals(AhiqMetric.NAME) || column.startsWith(AhiqMetric.NAME + ":") && !tellsMore(column);
    }

    private boolean tellsMore(String column) {
        return present.stream().anyMatch(other -> column.startsWith(other + "."));
    }

    /** Columns of numbers that may be scores, but are no known metrics. */
    List<String> unknown() {
        return present.stream()
                .filter(column -> !Columns.isKnown(column) && !tellsMore(column) && isNumeric(column))
                .filter(column -> known.stream().noneMatch(other -> other.name().equals(column)))
                .toList();
    }

    private boolean isNumeric(String column) {
        return table.rows().stream()
                .map(row -> row.text(column))
                .filter(text -> !text.isEmpty())
                .allMatch(text -> NUMBER.matcher(text).matches());
    }

    private String columns() {
        return present.stream().map(Printable::of).collect(Collectors.joining(", "));
    }
}
