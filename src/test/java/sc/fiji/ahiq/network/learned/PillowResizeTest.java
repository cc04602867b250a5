/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.ScaledPlane;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.inference.LearnedEntry;

class PillowResizeTest {

    @Test
    void samplesAreThoseOfPillow() {
        LearnedEntry entry = LearnedEntry.of("expected.json", "dists").stream()
                .filter(e -> e.json().has("resize"))
                .findFirst()
                .orElseThrow();
        ScaledPlane image = Reference.of(GeneratedModel.image(entry, "dist"), RangeRule.parse("0:1"))
                .scaled();

        ScaledPlane small = PillowResize.shorterSide(image, 256);

        float[] samples = new float[3 * 256 * 341];
        small.readBox(0, 0, 341, 256, samples, 0);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= 255;
        }
        entry.assertProbe("resized_dist_255", samples, 1e-6);
    }

    @Test
    void smallImagesStayAsTheyAre() {
        LearnedEntry entry = LearnedEntry.of("expected.json", "dists").get(0);
        ScaledPlane image = Reference.of(GeneratedModel.image(entry, "dist"), RangeRule.parse("0:1"))
                .scaled();

        assertThat(PillowResize.shorterSide(image, 256)).isSameAs(image);
    }
}
