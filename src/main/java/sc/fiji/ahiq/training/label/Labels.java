/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.metric.Direction;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * Pairs whose opinions are fused scores of metrics, for training where no people have rated.
 *
 * @param pairs with labels in 0..1 as opinions, higher is better, in the order of their rows; then each reference
 *     paired with itself, whose label is 1
 * @param excluded number of rows that lack a finite score of a metric
 */
public record Labels(List<RatedPair> pairs, int excluded) {

    /** Between the best distorted pair and identical images. */
    private static final double HIGHEST_DISTORTED = 0.98;

    public Labels {
        pairs = List.copyOf(pairs);
    }

    /**
     * Labels the pairs of results files, all of them together, by {@link Fusion}; then the labels of one image under
     * one distortion are made to fall with its level, or stay.
     *
     * @param scores tables of results, with a column for each metric
     * @throws DatasetException if a table does not have the columns, or there are not two complete rows
     */
    public static Labels of(List<Path> scores, List<MetricDescription> metrics, Fusion fusion) {
        return of(scores, metrics, fusion, (pairs, fused) -> Arrays.stream(fused)
                .map(label -> HIGHEST_DISTORTED * label)
                .toArray());
    }

    /**
     * The same on the scale of people, {@link HumanScale}: the mean opinion where KADID-10k has the type and level, and
     * the fused rank mapped to it where it has not.
     *
     * @param residual share of what the metrics see in an image beyond the mean of its type and level, 0 to 1
     * @throws DatasetException also if none of the types is of KADID-10k
     */
    public static Labels ofPeople(List<Path> scores, List<MetricDescription> metrics, Fusion fusion, double residual) {
        HumanScale scale = new HumanScale(residual);
        return of(scores, metrics, fusion, scale::labels);
    }

    private static Labels of(
            List<Path> scores,
            List<MetricDescription> metrics,
            Fusion fusion,
            BiFunction<List<RatedPair>, double[], double[]> scale) {
        MetricScores table = MetricScores.read(
                scores, metrics.stream().map(MetricDescription::name).toList());
        if (table.pairs().size() < 2) {
            throw new DatasetException("Expected two pairs with scores of all metrics at least, but in "
                    + scores.stream().map(Path::toString).collect(Collectors.joining(", ")) + " there are "
                    + table.pairs().size() + ". Look at the column error.");
        }
        double[][] qualities = table.scores();
        for (int m = 0; m < qualities.length; m++) {
            double sign = metrics.get(m).direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
            for (int i = 0; i < qualities[m].length; i++) {
                qualities[m][i] *= sign;
            }
        }
        double[] labels = scale.apply(table.pairs(), fusion.fuse(qualities));
        keepOrderOfLevels(table.pairs(), labels);
        List<RatedPair> labelled = new ArrayList<>();
        Set<Path> references = new LinkedHashSet<>();
        for (int i = 0; i < labels.length; i++) {
            RatedPair pair = table.pairs().get(i);
            labelled.add(with(pair, labels[i]));
            references.add(pair.reference());
        }
        references.forEach(reference -> labelled.add(identical(reference)));
        return new Labels(labelled, table.excluded());
    }

    private static void keepOrderOfLevels(List<RatedPair> pairs, double[] labels) {
        Map<List<Object>, List<Integer>> series = new LinkedHashMap<>();
        IntStream.range(0, labels.length)
                .filter(i -> pairs.get(i).level().isPresent())
                .forEach(i -> series.computeIfAbsent(
                                List.of(pairs.get(i).reference(), pairs.get(i).distortion()), key -> new ArrayList<>())
                        .add(i));
        for (List<Integer> members : series.values()) {
            members.sort(Comparator.comparingInt(i -> pairs.get(i).level().getAsInt()));
            double[] monotone = MonotoneLabels.of(
                    members.stream().mapToDouble(i -> labels[i]).toArray());
            for (int i = 0; i < monotone.length; i++) {
                labels[members.get(i)] = monotone[i];
            }
        }
    }

    private static RatedPair with(RatedPair pair, double label) {
        return new RatedPair(
                pair.reference(),
                pair.distorted(),
                OptionalDouble.of(label),
                OptionalDouble.empty(),
                pair.distortion(),
                pair.level());
    }

    private static RatedPair identical(Path reference) {
        return new RatedPair(
                reference, reference, OptionalDouble.of(1), OptionalDouble.empty(), "none", OptionalInt.empty());
    }
}
