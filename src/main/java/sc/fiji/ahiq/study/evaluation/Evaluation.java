/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.scoring.results.Columns;
import sc.fiji.ahiq.scoring.results.LoadedTable;
import sc.fiji.ahiq.study.stats.Bootstrap;
import sc.fiji.ahiq.study.stats.Interval;

/**
 * Scores of metrics against opinions. All metrics are evaluated on the same pairs: those that have an opinion and a
 * finite score of every metric. Correlations have the sign with which a right metric is positive. Immutable; the same
 * file, options and version give the same numbers.
 */
public final class Evaluation {

    private static final int MIN_PAIRS = 3;
    private static final List<Statistic> COMPARED = List.of(Statistic.PLCC, Statistic.PLCC_MAPPED, Statistic.SROCC);

    private final Path file;
    private final EvaluationOptions options;
    private final RatedScores rated;
    private final Set<String> models;
    private final List<String> unknownColumns;
    private final List<MetricEvaluation> metrics;
    private final List<List<Agreement>> draws;
    private final List<Map<String, Optional<Interval>>> sroccByDistortion;
    private final List<Difference> differences;

    private Evaluation(EvaluationOptions options, LoadedTable results) {
        MetricColumns named = new MetricColumns(results, options.models());
        List<MetricColumn> columns = named.choose(options.metrics());
        this.file = results.file();
        this.options = options;
        this.unknownColumns = options.metrics().isBlank() ? named.unknown() : List.of();
        this.rated = RatedScores.of(results, columns);
        requirePairs();
        this.models = results.values(Columns.MODEL);
        this.metrics = IntStream.range(0, columns.size())
                .mapToObj(i -> MetricEvaluation.of(rated, columns.get(i), i))
                .toList();
        Bootstrap bootstrap = bootstrap(IntStream.range(0, rated.pairs().size()).toArray());
        this.draws = metrics.stream()
                .parallel()
                .map(metric -> bootstrap.draws(metric::agreement))
                .toList();
        this.sroccByDistortion =
                metrics.stream().parallel().map(this::sroccByDistortion).toList();
        this.differences = compared();
    }

    /**
     * Reads and evaluates a results file; blocks, for some seconds if there are thousands of pairs.
     *
     * @throws UsageException if the file cannot be read, lacks columns or numbers, or has fewer than three pairs to
     *     evaluate
     */
    public static Evaluation of(Path results, EvaluationOptions options) {
        return new Evaluation(options, RatedScores.requireRated(LoadedTable.read(results)));
    }

    private void requirePairs() {
        if (rated.pairs().size() < MIN_PAIRS) {
            List<String> reasons = new ArrayList<>();
            rated.excluded().forEach((reason, count) -> reasons.add(count + " " + reason));
            throw new UsageException("Expected at least " + MIN_PAIRS + " pairs with an opinion and all scores, but "
                    + file + " has " + rated.pairs().size()
                    + (reasons.isEmpty() ? "" : "; it also has rows, " + String.join(", ", reasons))
                    + ". Choose other metrics by --metrics, or score the pairs again.");
        }
        if (Arrays.stream(rated.mos()).distinct().count() == 1) {
            throw new UsageException(
                    "Expected opinions that differ, but all " + rated.pairs().size() + " of " + file + " are "
                            + rated.mos()[0] + ": nothing correlates with them. Check its column mos.");
        }
    }

    private Bootstrap bootstrap(int[] pairs) {
        List<String> references = Arrays.stream(pairs)
                .mapToObj(i -> rated.pairs().get(i).reference())
                .toList();
        return new Bootstrap(references, options.samples(), options.seed());
    }

    private Map<String, Optional<Interval>> sroccByDistortion(MetricEvaluation metric) {
        Map<String, Optional<Interval>> byDistortion = new HashMap<>();
        MetricEvaluation.groups(rated.pairs(), EvaluatedPair::distortion).forEach((name, members) -> {
            Optional<Interval> interval = bootstrap(members)
                    .interval(
                            drawn -> metric.srocc(
                                    IntStream.of(drawn).map(i -> members[i]).toArray()),
                            options.confidence());
            byDistortion.put(name, interval);
        });
        return byDistortion;
    }

    private List<Difference> compared() {
        List<Difference> compared = new ArrayList<>();
        for (int first = 0; first < metrics.size(); first++) {
            for (int second = first + 1; second < metrics.size(); second++) {
                for (Statistic statistic : COMPARED) {
                    compared.add(Difference.of(this, first, second, statistic));
                }
            }
        }
        return List.copyOf(compared);
    }

    /** The results file. */
    public Path file() {
        return file;
    }

    public EvaluationOptions options() {
        return options;
    }

    /** What was evaluated, in the order of the file. */
    public List<EvaluatedPair> pairs() {
        return rated.pairs();
    }

    /** Numbers of rows that were not evaluated, by reason, such as {@code with an error}. */
    public Map<String, Integer> excluded() {
        return rated.excluded();
    }

    /** The models that the file names; more than one is suspicious. */
    public Set<String> models() {
        return models;
    }

    public long referenceCount() {
        return rated.pairs().stream().map(EvaluatedPair::reference).distinct().count();
    }

    /** Columns of numbers that were not asked for and are no metrics that are known. */
    List<String> unknownColumns() {
        return unknownColumns;
    }

    /** What a reader of the numbers must know, as sentences. */
    public List<String> notes() {
        return EvaluationNotes.of(this);
    }

    /** In the order of the columns, or in which they were asked for. */
    public List<MetricEvaluation> metrics() {
        return metrics;
    }

    /** The bootstrap interval of a statistic over all pairs; empty if there are too few references. */
    public Optional<Interval> interval(int metric, Statistic statistic) {
        return Bootstrap.interval(draws.get(metric), draw -> draw.get(statistic), options.confidence());
    }

    /** The bootstrap interval of the difference of two metrics; empty if there are too few references. */
    Optional<Interval> interval(int first, int second, Statistic statistic) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < draws.get(first).size(); i++) {
            differences.add(draws.get(first).get(i).get(statistic)
                    - draws.get(second).get(i).get(statistic));
        }
        return Bootstrap.interval(differences, Double::doubleValue, options.confidence());
    }

    /** The bootstrap interval of the SROCC within a kind of distortion; empty if there are too few references. */
    public Optional<Interval> sroccInterval(int metric, String distortion) {
        return sroccByDistortion.get(metric).get(distortion);
    }

    /** Every two metrics, by three statistics. */
    public List<Difference> differences() {
        return differences;
    }

    /** The pairs that a metric predicts worst, the worst first. */
    public List<Outlier> outliers(int metric) {
        double[] mapped = metrics.get(metric).mapped();
        return IntStream.range(0, mapped.length)
                .mapToObj(i -> new Outlier(rated.pairs().get(i), mapped[i]))
                .sorted(Comparator.comparingDouble(outlier -> -Math.abs(outlier.error())))
                .limit(options.outliers())
                .toList();
    }
}
