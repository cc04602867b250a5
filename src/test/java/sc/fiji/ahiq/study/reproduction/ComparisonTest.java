/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.scoring.pairs.RatedPair;
import sc.fiji.ahiq.study.dataset.ReferenceSplit;
import sc.fiji.ahiq.study.stats.Correlation;

class ComparisonTest {

    private static final int REFERENCES = 10;
    private static final int PAIRS = 80;

    private final Random random = new Random(4);
    private final double[] opinions = random.doubles(PAIRS).toArray();
    private final double[] scores = IntStream.range(0, PAIRS)
            .mapToDouble(i -> opinions[i] + 0.4 * random.nextDouble())
            .toArray();

    @Test
    void figuresAreThoseOfScoresAndOpinions() {
        ComputedFigures figures = new Comparison(dataset(""), scores).onAll().orElseThrow();

        assertThat(figures.plcc()).isEqualTo(Correlation.plcc(scores, opinions));
        assertThat(figures.srocc()).isEqualTo(Correlation.srocc(scores, opinions));
        assertThat(figures.main()).isEqualTo(figures.plcc() + figures.srocc());
        assertThat(figures.plccMapped()).isGreaterThanOrEqualTo(figures.plcc());
        assertThat(figures.pairs()).isEqualTo(PAIRS);
    }

    @Test
    void pairsWithoutAFiniteScoreAreLeftOutAndRemarked() {
        scores[3] = Double.NaN;
        scores[5] = Double.POSITIVE_INFINITY;
        Comparison comparison = new Comparison(dataset("80 of 3000 pairs are there"), scores);

        Optional<ComputedFigures> figures = comparison.onAll();

        assertThat(figures.orElseThrow().pairs()).isEqualTo(PAIRS - 2);
        assertThat(comparison.remark(figures)).isEqualTo("80 of 3000 pairs are there; 2 pairs without a score");
    }

    @Test
    void oneSplitIsTestedOnItsTestPart() {
        List<RatedPair> test = ReferenceSplit.of(dataset("").pairs(), 7).test();
        double[] x = test.stream().mapToDouble(pair -> scores[index(pair)]).toArray();
        double[] y = test.stream().mapToDouble(pair -> opinions[index(pair)]).toArray();

        ComputedFigures figures = new Comparison(dataset(""), scores)
                .onTestParts(OptionalLong.of(7))
                .orElseThrow();

        assertThat(figures.plcc()).isEqualTo(Correlation.plcc(x, y));
        assertThat(figures.pairs()).isEqualTo(test.size()).isEqualTo(2 * PAIRS / REFERENCES);
    }

    @Test
    void otherwiseTheMedianOfTenSplitsIsTaken() {
        Comparison comparison = new Comparison(dataset(""), scores);
        List<Double> plccs = new ArrayList<>();
        for (long seed = 0; seed < 10; seed++) {
            plccs.add(
                    comparison.onTestParts(OptionalLong.of(seed)).orElseThrow().plcc());
        }
        plccs.sort(null);

        assertThat(comparison.onTestParts(OptionalLong.empty()).orElseThrow().plcc())
                .isEqualTo((plccs.get(4) + plccs.get(5)) / 2);
    }

    @Test
    void equalScoresHaveNoFiguresButARemark() {
        Comparison comparison = new Comparison(dataset(""), new double[PAIRS]);

        assertThat(comparison.onAll()).isEmpty();
        assertThat(comparison.onTestParts(OptionalLong.empty())).isEmpty();
        assertThat(comparison.remark(comparison.onAll())).isEqualTo("too few pairs, or all scores equal");
    }

    private DatasetCopy dataset(String remark) {
        List<RatedPair> pairs = IntStream.range(0, PAIRS)
                .mapToObj(i -> new RatedPair(
                        Path.of("r" + i % REFERENCES + ".png"),
                        Path.of(Integer.toString(i)),
                        OptionalDouble.of(opinions[i]),
                        OptionalDouble.empty(),
                        "",
                        OptionalInt.empty()))
                .toList();
        return new DatasetCopy("tid2013", pairs, remark, List.of());
    }

    private static int index(RatedPair pair) {
        return Integer.parseInt(pair.distorted().toString());
    }
}
