/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 1      | 10 | 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0",
                "-0.25 | 1      | 10 | -0.2 0.0 0.2 0.4 0.6 0.8 1.0",
                "0.4   | 7.3    | 8  | 1 2 3 4 5 6 7",
                "-5    | 105    | 8  | 0 20 40 60 80 100",
                "900   | 1850   | 8  | 1000 1200 1400 1600 1800",
                "0     | 3e-7   | 4  | 0 1E-7 2E-7 3E-7",
                "0     | 4e8    | 5  | 0 1E+8 2E+8 3E+8 4E+8",
            })
    void ticksAreRoundNumbersInsideTheRange(double low, double high, int wanted, String labels) {
        List<String> ticks =
                new Axis(low, high).ticks(wanted).stream().map(Axis::label).toList();

        assertThat(String.join(" ", ticks)).isEqualTo(labels);
    }

    @Test
    void allValuesAreInsideWithSomeRoom() {
        Axis axis = Axis.around(new double[] {3, 1, 2});

        assertThat(axis.low()).isLessThan(1).isGreaterThan(0.9);
        assertThat(axis.high()).isGreaterThan(3).isLessThan(3.1);
    }

    @ParameterizedTest
    @CsvSource({"0, -0.5, 0.5", "1e9, 5e8, 1.5e9", "1e-12, -0.5, 0.5"})
    void equalValuesAreInTheMiddle(double value, double low, double high) {
        Axis axis = Axis.around(new double[] {value, value});

        assertThat(axis.low()).isCloseTo(low, within(1e-9));
        assertThat(axis.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void withoutValuesTheRangeIsTheUnitInterval() {
        assertThat(Axis.around(new double[0])).isEqualTo(new Axis(0, 1));
    }
}
