/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;
import sc.fiji.ahiq.study.stats.Correlation;

/** Scores of a dataset against its opinions. Pairs without a finite score are left out. */
final class Comparison {

    private static final int SPLITS = 10;
    private static final int MIN_PAIRS = 3;
    private static final int MIN_REFERENCES = 3;

    private final DatasetCopy dataset;
    private final double[] scores;

    /** @param scores of all pairs of the dataset, higher is better */
    Comparison(DatasetCopy dataset, double[] scores) {
        this.dataset = dataset;
        this.scores = scores;
    }

    int failures() {
        return (int) IntStream.range(0, scores.length)
                .filter(i -> !Double.isFinite(scores[i]))
                .count();
    }

    /** Empty if they are too few, or scores or opinions are all equal. */
    Optional<ComputedFigures> onAll() {
        return on(pair -> true);
    }

    /**
     * The test part of one split, or the median of ten.
     *
     * @return empty if there are too few pairs, or scores or opinions are all equal
     */
    Optional<ComputedFigures> onTestParts(OptionalLong seed) {
        if (dataset.pairs().stream().map(RatedPair::reference).distinct().count() < MIN_REFERENCES) {
            return Optional.empty();
        }
        LongStream seeds = seed.isPresent() ? LongStream.of(seed.getAsLong()) : LongStream.range(0, SPLITS);
        List<ComputedFigures> parts = new ArrayList<>();
        seeds.forEach(split -> {
            Set<Path> references = ReferenceSplit.of(dataset.pairs(), split).test().stream()
                    .map(RatedPair::reference)
                    .collect(Collectors.toCollection(HashSet::new));
            on(pair -> references.contains(pair.reference())).ifPresent(parts::add);
        });
        return parts.isEmpty() ? Optional.empty() : Optional.of(ComputedFigures.median(parts));
    }

    private Optional<ComputedFigures> on(Predicate<RatedPair> part) {
        double[] opinions = dataset.opinions();
        int[] compared = IntStream.range(0, scores.length)
                .filter(i ->
                        Double.isFinite(scores[i]) && part.test(dataset.pairs().get(i)))
                .toArray();
        double[] x = IntStream.of(compared).mapToDouble(i -> scores[i]).toArray();
        double[] y = IntStream.of(compared).mapToDouble(i -> opinions[i]).toArray();
        return compared.length < MIN_PAIRS || Double.isNaN(Correlation.plcc(x, y))
                ? Optional.empty()
                : Optional.of(ComputedFigures.of(x, y));
    }

    /** What to know of the figures; empty if they are of the complete dataset. */
    String remark(Optional<ComputedFigures> computed) {
        String failed = failures() == 0 ? "" : failures() + " pairs without a score";
        String undefined = computed.isPresent() ? "" : "too few pairs, or all scores equal";
        return Stream.of(dataset.remark(), failed, undefined)
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
