/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.synthesis.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.metric.PlanarImage;

class RescalingTest {

    private static final PlanarImage PICTURE = Pictures.colour(0, 72, 65);

    @Test
    void sidesAreTimesTheFactorAndSamplesAreWhole() {
        PlanarImage large = Rescaling.of(PICTURE, 2.5);

        assertThat(large.isColour()).isTrue();
        assertThat(large.width()).isEqualTo(180);
        assertThat(large.height()).isEqualTo(162);
        assertThat(large.rgb())
                .allSatisfy(plane -> assertThat(Arrays.stream(plane.values())).allMatch(v -> v == Math.rint(v)));
    }

    @Test
    void nothingChangesAtFactorOneAndAConstantStaysConstant() {
        assertThat(Rescaling.of(PICTURE, 1)).isSameAs(PICTURE);
        assertThat(Rescaling.of(Pictures.constant(77, 80, 70), 0.5).grey().values())
                .containsOnly(77);
    }

    @Test
    void sidesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Rescaling.of(PICTURE, 0.3))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "Expected 32 to 16384 pixels to a side, but 72 x 65 pixels times 0.3 are 22 x 20. Choose another"
                                + " scale, or leave the image out.");
    }
}
