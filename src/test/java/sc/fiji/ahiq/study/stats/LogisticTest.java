/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against {@code logistic.json}: the smallest root mean squared error that SciPy 1.17.1 found,
 * {@code least_squares(method='lm')} from 300 random starts.
 */
class LogisticTest {

    /** Relative; the error is flat around its minimum. */
    private static final double TOLERANCE = 1e-6;

    static Stream<Case> cases() {
        return Golden.read("logistic.json", Case[].class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noCurveOfFiveParametersFitsBetter(Case data) {
        assertBest(Logistic.FIVE_PARAMETERS.fit(data.x, data.y), data, data.rmse5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noCurveOfFourParametersFitsBetter(Case data) {
        assertBest(Logistic.FOUR_PARAMETERS.fit(data.x, data.y), data, data.rmse4);
    }

    private static void assertBest(LogisticFit fit, Case data, double best) {
        double spread = Arrays.stream(data.y).max().getAsDouble()
                - Arrays.stream(data.y).min().getAsDouble();
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.rmse()).isLessThanOrEqualTo(best * (1 + TOLERANCE) + 1e-9 * spread);
        assertThat(Deviation.rmse(fit.map(data.x), data.y)).isEqualTo(fit.rmse());
    }

    @Test
    void fiveParametersAreThoseOfTheEquation() {
        double[] x = scores();
        double[] y = DoubleStream.of(x)
                .map(s -> 3 * (0.5 - 1 / (1 + Math.exp(2 * (s - 4)))) + 0.25 * s + 1)
                .toArray();

        double[] b = Logistic.FIVE_PARAMETERS.fit(x, y).parameters();

        double sign = Math.signum(b[1]); // b1 and b2 may both be negative
        assertThat(new double[] {sign * b[0], sign * b[1], b[2], b[3], b[4]})
                .containsExactly(new double[] {3, 2, 4, 0.25, 1}, within(1e-6));
    }

    @Test
    void fourParametersAreThoseOfTheEquation() {
        double[] x = scores();
        double[] y = DoubleStream.of(x)
                .map(s -> (5 - 1) / (1 + Math.exp(-(s - 4) / 0.5)) + 1)
                .toArray();

        assertThat(Logistic.FOUR_PARAMETERS.fit(x, y).parameters())
                .containsExactly(new double[] {5, 1, 4, 0.5}, within(1e-6));
        assertThat(Logistic.FOUR_PARAMETERS
                        .fit(x, DoubleStream.of(y).map(v -> -v).toArray())
                        .parameters())
                .containsExactly(new double[] {-5, -1, 4, 0.5}, within(1e-6));
    }

    @Test
    void reversedScoresGiveTheMirroredCurve() {
        double[] x = scores();
        double[] y = DoubleStream.of(x)
                .map(s -> Math.atan(s - 4) + 0.1 * Math.sin(9 * s))
                .toArray();
        double[] reversed = DoubleStream.of(x).map(s -> -s).toArray();

        LogisticFit fit = Logistic.FIVE_PARAMETERS.fit(x, y);
        LogisticFit mirrored = Logistic.FIVE_PARAMETERS.fit(reversed, y);

        assertThat(mirrored.converged()).isTrue();
        assertThat(mirrored.map(reversed)).containsExactly(fit.map(x), within(1e-5));
    }

    @Test
    void fewScoresGiveTheLineAndSaySo() {
        LogisticFit fit = Logistic.FIVE_PARAMETERS.fit(new double[] {1, 2, 3, 3}, new double[] {2, 4, 5, 7});

        assertThat(fit.converged()).isFalse();
        assertThat(fit.message()).isEqualTo("expected at least 5 different scores for 5 parameters, but found 3");
        assertThat(fit.parameters()).isEmpty();
        assertThat(fit.map(new double[] {1, 2, 3})).containsExactly(new double[] {2, 4, 6}, within(1e-12));
        assertThat(fit.rmse()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void constantScoresGiveTheMeanAndSaySo(Logistic form) {
        LogisticFit fit = form.fit(new double[] {7, 7, 7, 7, 7, 7}, new double[] {1, 2, 3, 1, 2, 3});

        assertThat(fit.converged()).isFalse();
        assertThat(fit.message()).endsWith("different scores for " + form.count() + " parameters, but found 1");
        assertThat(fit.map(7)).isEqualTo(2);
        assertThat(fit.map(-1)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void constantOpinionsGiveThatOpinionAndSaySo(Logistic form) {
        LogisticFit fit = form.fit(new double[] {1, 2, 3, 4, 5, 6}, new double[] {4, 4, 4, 4, 4, 4});

        assertThat(fit.converged()).isFalse();
        assertThat(fit.message()).isEqualTo("all opinions are equal");
        assertThat(fit.map(3)).isEqualTo(4);
        assertThat(fit.rmse()).isZero();
    }

    @Test
    void onePairGivesItsOpinion() {
        assertThat(Logistic.FOUR_PARAMETERS
                        .fit(new double[] {1}, new double[] {5})
                        .map(1))
                .isEqualTo(5);
    }

    @Test
    void noPairIsADefectOfTheCaller() {
        assertThatThrownBy(() -> Logistic.FOUR_PARAMETERS.fit(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected at least one score to fit a curve to");
    }

    private static double[] scores() {
        return IntStream.range(0, 50).mapToDouble(i -> i * 8.0 / 49).toArray();
    }

    record Case(String name, double[] x, double[] y, double rmse5, double rmse4) {

        @Override
        public String toString() {
            return name;
        }
    }
}
