/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.training.Augmentation.Symmetry;

class AugmentationTest {

    @Test
    void mirrorsAndTransposesEveryPlane() {
        assertThat(applied(new Symmetry(true, false, false))).containsExactly(9, 2, 1, 4, 3, 6, 5, 8, 7);
        assertThat(applied(new Symmetry(false, true, false))).containsExactly(9, 3, 4, 1, 2, 7, 8, 5, 6);
        assertThat(applied(new Symmetry(false, false, true))).containsExactly(9, 1, 3, 2, 4, 5, 7, 6, 8);
        assertThat(applied(new Symmetry(true, false, true))).containsExactly(9, 2, 4, 1, 3, 6, 8, 5, 7);
    }

    private static float[] applied(Symmetry symmetry) {
        float[] values = {9, 1, 2, 3, 4, 5, 6, 7, 8};
        symmetry.apply(values, 1, 2, 2);
        return values;
    }

    @Test
    void mirroringAnOddSizeKeepsTheMiddle() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        new Symmetry(true, true, false).apply(values, 0, 1, 3);

        assertThat(values).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1", "HORIZONTAL, 2", "FLIPS, 4", "SYMMETRIES, 8"})
    void drawsAllVersions(Augmentation augmentation, int versions) {
        Random random = new Random(1);
        Set<Symmetry> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(augmentation.draw(random));
        }

        assertThat(drawn).hasSize(versions);
    }
}
