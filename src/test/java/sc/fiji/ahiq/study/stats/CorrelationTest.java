/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against {@code correlations.json}, computed with SciPy 1.17.1: {@code pearsonr}, {@code spearmanr},
 * {@code kendalltau(variant='b')}, and {@code sqrt(mean((x - y)**2))}; null where SciPy gives NaN.
 */
class CorrelationTest {

    /** Of the sums of at most 400 terms of order one, with room for another order of summation. */
    private static final double TOLERANCE = 1e-12;

    static Stream<Case> cases() {
        return Golden.read("correlations.json", Case[].class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void coefficientsAreThoseOfSciPy(Case data) {
        assertSame(Correlation.plcc(data.x, data.y), data.plcc);
        assertSame(Correlation.srocc(data.x, data.y), data.srocc);
        assertSame(Correlation.krocc(data.x, data.y), data.krocc);
        assertThat(Deviation.rmse(data.x, data.y)).isCloseTo(data.rmse, within(TOLERANCE * data.rmse));
    }

    private static void assertSame(double found, Double expected) {
        if (expected == null) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(TOLERANCE));
        }
    }

    @Test
    void tauOfManyTiedValuesIsThatOfCountingAllPairs() {
        Random random = new Random(7);
        double[] x = random.ints(1500, 0, 40).asDoubleStream().toArray();
        double[] y = IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] + random.nextInt(30))
                .toArray();
        long difference = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                difference += (long) (Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
                untiedX += x[i] == x[j] ? 0 : 1;
                untiedY += y[i] == y[j] ? 0 : 1;
            }
        }

        assertThat(Correlation.krocc(x, y))
                .isCloseTo(difference / Math.sqrt((double) untiedX * untiedY), within(TOLERANCE));
    }

    @Test
    void tauOfAHundredThousandValuesDoesNotOverflow() {
        double[] x = IntStream.range(0, 100_000).asDoubleStream().toArray();
        double[] reversed = IntStream.range(0, 100_000).mapToDouble(i -> -i).toArray();

        assertThat(Correlation.krocc(x, reversed)).isEqualTo(-1);
    }

    @Test
    void zerosAreEqualWhateverTheirSigns() {
        double[] zeros = {0.0, -0.0, 1};
        double[] y = {1, 2, 3};

        assertThat(Ranks.of(zeros)).containsExactly(1.5, 1.5, 3);
        assertThat(Correlation.krocc(zeros, y)).isCloseTo(2 / Math.sqrt(6), within(TOLERANCE));
    }

    @Test
    void fewerThanTwoValuesHaveNoCorrelation() {
        double[] one = {1};

        assertThat(Correlation.plcc(one, one)).isNaN();
        assertThat(Correlation.srocc(new double[0], new double[0])).isNaN();
        assertThat(Correlation.krocc(one, one)).isNaN();
    }

    @Test
    void argumentsAreNotChanged() {
        double[] x = {3, 1, 2};
        double[] y = {2, 1, 3};

        Correlation.plcc(x, y);
        Correlation.srocc(x, y);
        Correlation.krocc(x, y);

        assertThat(x).containsExactly(3, 1, 2);
        assertThat(y).containsExactly(2, 1, 3);
    }

    @Test
    void valuesThatAreNotFiniteOrHaveNoPartnerAreADefectOfTheCaller() {
        assertThatThrownBy(() -> Correlation.krocc(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected finite values, but value 1 is NaN");
        assertThatThrownBy(() -> Correlation.plcc(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected as many values of both kinds, but found 2 and 1");
    }

    record Case(String name, double[] x, double[] y, Double plcc, Double srocc, Double krocc, double rmse) {

        @Override
        public String toString() {
            return name;
        }
    }
}
