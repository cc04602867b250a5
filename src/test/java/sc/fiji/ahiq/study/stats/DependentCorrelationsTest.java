/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependentCorrelationsTest {

    /**
     * The first two rows are the examples of R's {@code psych::r.test}, of which the manual gives t = -0.89, p &lt;
     * 0.37 (Steiger's case A) and p &lt; 0.1001. All digits were computed from the equations with Python and SciPy
     * 1.17.1.
     */
    @ParameterizedTest
    @CsvSource({
        "0.4, 0.5, 0.1, 103, -0.8912799047605414, 0.3749185174912553, -0.8882145353913574, 0.3744253614948091",
        "0.693458895410494, 0.695966022434845, 0.988475791500198, 5105,"
                + " -1.6447841463160175, 0.10007593739697633, -1.6443536470349123, 0.1001031739124178",
        "0.9, 0.85, 0.88, 779, 6.738589856461797, 3.1179963971957486e-11, 6.627439439896936, 3.4155968932602126e-11",
        "0.2, -0.3, 0.05, 10, 1.0321932916605276, 0.3363194522577688, 0.966837280743309, 0.333625384342659",
        "0.95, 0.95, 0.9, 100, 0, 1, 0, 1"
    })
    void statisticsAndProbabilitiesAreThoseOfTheEquations(
            double first, double second, double between, int count, double t, double tP, double z, double zP) {
        DependentCorrelations correlations = new DependentCorrelations(first, second, between, count);

        Significance williams = correlations.hotellingWilliams();
        Significance meng = correlations.meng();

        assertThat(williams.statistic()).isCloseTo(t, within(1e-10));
        assertThat(williams.pValue()).isCloseTo(tP, within(1e-12));
        assertThat(meng.statistic()).isCloseTo(z, within(1e-10));
        assertThat(meng.pValue()).isCloseTo(zP, within(1e-12));
    }

    @Test
    void swappingTheMetricsTurnsTheSign() {
        DependentCorrelations one = new DependentCorrelations(0.8, 0.7, 0.6, 50);
        DependentCorrelations other = new DependentCorrelations(0.7, 0.8, 0.6, 50);

        assertThat(one.hotellingWilliams().statistic())
                .isPositive()
                .isEqualTo(-other.hotellingWilliams().statistic());
        assertThat(one.meng().statistic()).isPositive().isEqualTo(-other.meng().statistic());
        assertThat(one.meng().pValue()).isEqualTo(other.meng().pValue());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 5", "0.5, 0.5, 1, 5", "0.5, -0.5, -1, 5", "1, 0.9, 0.9, 30", "1, -1, -1, 4", "0, 0, 0, 4"})
    void limitingCasesAreNumbers(double first, double second, double between, int count) {
        DependentCorrelations correlations = new DependentCorrelations(first, second, between, count);

        assertThat(correlations.hotellingWilliams().pValue()).isBetween(0.0, 1.0);
        assertThat(correlations.meng().pValue()).isBetween(0.0, 1.0);
        assertThat(correlations.hotellingWilliams().statistic()).isNotNaN();
        assertThat(correlations.meng().statistic()).isNotNaN();
    }

    @Test
    void correlationsAreTakenOfScoresAndOpinions() {
        double[] first = {1, 2, 3, 5, 4};
        double[] second = {1, 4, 2, 5, 30};
        double[] opinions = {1, 2, 3, 4, 5};

        assertThat(DependentCorrelations.ofPlcc(first, second, opinions))
                .contains(new DependentCorrelations(
                        Correlation.plcc(first, opinions),
                        Correlation.plcc(second, opinions),
                        Correlation.plcc(first, second),
                        5));
        assertThat(DependentCorrelations.ofSrocc(first, second, opinions))
                .contains(new DependentCorrelations(
                        Correlation.srocc(first, opinions),
                        Correlation.srocc(second, opinions),
                        Correlation.srocc(first, second),
                        5));
    }

    @Test
    void constantScoresAndTooFewImagesHaveNoTest() {
        double[] constant = {2, 2, 2, 2};
        double[] opinions = {1, 2, 3, 4};

        assertThat(DependentCorrelations.ofPlcc(constant, opinions, opinions)).isEmpty();
        assertThat(DependentCorrelations.ofSrocc(
                        new double[] {1, 2, 3}, new double[] {1, 3, 2}, new double[] {3, 2, 1}))
                .isEmpty();
    }

    @Test
    void whatIsNoCorrelationIsADefectOfTheCaller() {
        assertThatThrownBy(() -> new DependentCorrelations(1.5, 0.2, 0.1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected correlations in -1..1 of at least 4 images, but found 1.5, 0.2, 0.1 of 10");
        assertThatThrownBy(() -> new DependentCorrelations(0.5, 0.2, 0.1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("of 3");
    }
}
