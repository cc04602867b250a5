/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;

class DistortionLevelTest {

    @Test
    void takesSeveralTypesAndAllLevels() {
        assertThat(DistortionLevel.parse("jpeg, lens-blur", "all"))
                .hasToString("[jpeg_1, jpeg_2, jpeg_3, jpeg_4, jpeg_5,"
                        + " lens-blur_1, lens-blur_2, lens-blur_3, lens-blur_4, lens-blur_5]");
    }

    @Test
    void takesAllTypesAtOneLevel() {
        assertThat(DistortionLevel.parse("all", "2"))
                .hasSameSizeAs(Distortions.all())
                .allMatch(one -> one.level() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "", "1.0", "ALL"})
    void refusesOtherLevels(String level) {
        assertThatThrownBy(() -> DistortionLevel.parse("jpeg", level))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a level from 1 (weakest) to 5, or all, but found '" + level + "'.");
    }

    @Test
    void refusesUnknownTypes() {
        assertThatThrownBy(() -> DistortionLevel.parse("jpeg,", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown distortion '': expected gaussian-blur, ");
    }
}
