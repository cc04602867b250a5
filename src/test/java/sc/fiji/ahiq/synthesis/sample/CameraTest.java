/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.metric.filter.Plane;

class CameraTest {

    private static final int SIDE = 200;

    /** Few photons are drawn from a Poisson distribution, many from a normal one. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 40, 400})
    void varianceIsThatOfPhotonsAndOfReading(double photons) {
        Plane light = Plane.zeros(SIDE, SIDE).map(zero -> 1);
        double countsPerPhoton = 2;

        Plane counts = new Camera(photons, countsPerPhoton * photons).expose(light, new Random(7));

        double mean = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            mean += counts.values()[i] / (SIDE * SIDE);
        }
        double variance = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            variance += (counts.values()[i] - mean) * (counts.values()[i] - mean) / (SIDE * SIDE - 1);
        }
        double expected = countsPerPhoton * countsPerPhoton * (photons + 1.8 * 1.8);
        assertThat(mean).isCloseTo(96 + countsPerPhoton * photons, within(5 * Math.sqrt(expected) / SIDE));
        assertThat(variance).isCloseTo(expected, within(0.05 * expected));
    }
}
