/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final List<String> GROUPS = List.of("a", "b", "a", "c", "b", "a");

    @Test
    void wholeGroupsAreDrawn() {
        List<int[]> draws = new ArrayList<>();

        new Bootstrap(GROUPS, 50, 1).interval(record(draws), 0.95);

        assertThat(draws).hasSize(50).allSatisfy(draw -> {
            assertThat(count(draw, 0)).isEqualTo(count(draw, 2)).isEqualTo(count(draw, 5));
            assertThat(count(draw, 1)).isEqualTo(count(draw, 4));
            assertThat(count(draw, 0) + count(draw, 1) + count(draw, 3)).isEqualTo(3);
        });
        assertThat(draws.stream().map(Arrays::toString).distinct()).hasSizeGreaterThan(9);
    }

    @Test
    void theSeedDecidesTheDraws() {
        List<int[]> draws = new ArrayList<>();
        List<int[]> same = new ArrayList<>();
        List<int[]> others = new ArrayList<>();
        Bootstrap bootstrap = new Bootstrap(GROUPS, 20, 1);

        bootstrap.interval(record(draws), 0.95);
        bootstrap.interval(record(same), 0.95);
        new Bootstrap(GROUPS, 20, 2).interval(record(others), 0.95);

        assertThat(same).usingRecursiveComparison().isEqualTo(draws);
        assertThat(others).usingRecursiveComparison().isNotEqualTo(draws);
    }

    @Test
    void endsArePercentilesOfTheStatistic() {
        int[] draw = {0};

        Interval interval = new Bootstrap(GROUPS, 101, 1)
                .interval(indices -> draw[0]++, 0.9)
                .orElseThrow();

        assertThat(interval.low()).isCloseTo(5, within(1e-9));
        assertThat(interval.high()).isCloseTo(95, within(1e-9));
        assertThat(interval.level()).isEqualTo(0.9);
    }

    /** The standard error of the mean of 400 values is 1/20, the interval 1.96 of it to both sides. */
    @Test
    void theIntervalOfAMeanIsThatOfTheNormalDistribution() {
        double[] values = new Random(3).doubles(400, 0, Math.sqrt(12)).toArray();
        List<String> singles =
                IntStream.range(0, 400).mapToObj(Integer::toString).toList();

        Interval interval = new Bootstrap(singles, 4000, 5)
                .interval(indices -> Samples.mean(Bootstrap.select(values, indices)), 0.95)
                .orElseThrow();

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 / 20, within(0.02));
        assertThat((interval.high() + interval.low()) / 2).isCloseTo(Samples.mean(values), within(0.01));
    }

    @Test
    void drawsWithoutStatisticAreLeftOutIfTheyAreFew() {
        int[] draw = {0};
        ToDoubleFunction<int[]> defined = indices -> draw[0]++ % 4 == 0 ? Double.NaN : 7;
        ToDoubleFunction<int[]> mostlyUndefined = indices -> draw[0]++ % 4 == 0 ? 7 : Double.NaN;

        assertThat(new Bootstrap(GROUPS, 40, 1).interval(defined, 0.95)).contains(new Interval(7, 7, 0.95));
        assertThat(new Bootstrap(GROUPS, 40, 1).interval(mostlyUndefined, 0.95)).isEmpty();
    }

    @Test
    void drawsOfTwoFunctionsBelongTogether() {
        Bootstrap bootstrap = new Bootstrap(GROUPS, 30, 1);

        List<String> texts = bootstrap.draws(Arrays::toString);
        List<Integer> lengths = bootstrap.draws(indices -> indices.length);

        assertThat(lengths).hasSize(30);
        assertThat(texts).extracting(text -> text.split(",").length).isEqualTo(lengths);
        assertThat(Bootstrap.interval(lengths, Integer::doubleValue, 0.95))
                .isEqualTo(bootstrap.interval(indices -> indices.length, 0.95));
    }

    @Test
    void oneGroupHasNoInterval() {
        assertThat(new Bootstrap(List.of("a", "a"), 10, 1).interval(indices -> 1, 0.95))
                .isEmpty();
        assertThat(new Bootstrap(List.of("a", "a"), 10, 1).draws(indices -> 1)).isEmpty();
    }

    @Test
    void aLevelThatIsNoProbabilityIsADefectOfTheCaller() {
        assertThatThrownBy(() -> new Bootstrap(GROUPS, 10, 1).interval(indices -> 1, 95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a level between 0 and 1, but found 95.0");
        assertThatThrownBy(() -> new Bootstrap(GROUPS, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected at least one resample, but found 0");
    }

    private static ToDoubleFunction<int[]> record(List<int[]> draws) {
        return indices -> {
            draws.add(indices);
            return 0;
        };
    }

    private static long count(int[] draw, int index) {
        return IntStream.of(draw).filter(i -> i == index).count();
    }
}
