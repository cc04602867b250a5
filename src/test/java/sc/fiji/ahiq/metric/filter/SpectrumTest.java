/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.metric.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {

    @ParameterizedTest
    @CsvSource({"6, 4", "7, 5", "1, 3", "300, 260"})
    void theInverseGivesThePlaneBack(int width, int height) {
        Plane plane = RandomPlanes.of(width, height);

        Spectrum back = Spectrum.of(plane).inverse();

        assertThat(back.real().values()).containsExactly(plane.values(), within(1e-9));
        assertThat(back.imaginary().values()).containsOnly(new double[] {0}, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "7, 5"})
    void valuesAreThoseOfTheDefinition(int width, int height) {
        Plane plane = RandomPlanes.of(width, height);
        Spectrum spectrum = Spectrum.of(plane);
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < plane.area(); i++) {
                    double angle =
                            -2 * Math.PI * (u * (i % width) / (double) width + v * (i / width) / (double) height);
                    re += plane.values()[i] * Math.cos(angle);
                    im += plane.values()[i] * Math.sin(angle);
                }
                int at = 2 * (v * width + u);
                assertThat(spectrum.values()[at]).isEqualTo(re, within(1e-8));
                assertThat(spectrum.values()[at + 1]).isEqualTo(im, within(1e-8));
            }
        }
    }

    @Test
    void twoRealResponsesFromOneTransformAreThoseOfTwo() {
        Plane plane = RandomPlanes.of(12, 9);
        Spectrum spectrum = Spectrum.of(plane);
        Plane radius = FrequencyGrid.of(12, 9).radius();
        Plane first = radius.map(Math::exp);
        Plane second = radius.map(r -> 1 - r);

        Plane[] responses = spectrum.realResponses(first, second);

        assertThat(responses[0].values())
                .containsExactly(spectrum.response(first).real().values(), within(1e-9));
        assertThat(responses[1].values())
                .containsExactly(spectrum.response(second).real().values(), within(1e-9));
    }

    @Test
    void frequenciesStartAtZeroAndOddAxesReachHalfTheSamplingFrequency() {
        assertThat(FrequencyGrid.of(4, 1).radius().values()).containsExactly(0, 0.25, 0.5, 0.25);
        assertThat(FrequencyGrid.of(5, 1).radius().values()).containsExactly(0, 0.25, 0.5, 0.5, 0.25);
        assertThat(FrequencyGrid.of(4, 4).angle().at(1, 1)).isEqualTo(-Math.PI / 4, within(1e-12));
    }
}
