/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AHIQ-S 4, the default of an earlier version, gives the scores that it gave. */
class FormerModelTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");

    /** Sums of float32 in another order on other CPUs. */
    private static final double TOLERANCE = 1e-5;

    private static final Map<String, Double> SCORES = Map.of(
            "scene1_blur", 0.11797473579645157,
            "scene1_jpeg", 0.30420488864183426,
            "scene1", 0.9249630123376846);

    @Test
    void itsScoresAreThoseOfTheVersionThatItCameWith() {
        try (Ahiq ahiq = Ahiq.builder().metrics("ahiq:ahiq-s-4").open()) {
            SCORES.forEach((distorted, score) -> assertThat(
                            ahiq.score(IMAGES.resolve("scene1.png"), IMAGES.resolve(distorted + ".png"))
                                    .value())
                    .as(distorted)
                    .isCloseTo(score, within(TOLERANCE)));
        }
    }
}
