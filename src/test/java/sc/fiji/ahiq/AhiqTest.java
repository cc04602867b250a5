/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.image.file.ImageFiles;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.scoring.ScoreMonitor;

class AhiqTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");

    @TempDir
    private Path folder;

    private double score(Ahiq ahiq, Path model) {
        ScoreRequest request = ScoreRequest.of(
                        ImageFiles.source(IMAGES.resolve("scene1.png")),
                        ImageFiles.source(IMAGES.resolve("scene1_blur.png")),
                        model)
                .withInference(new InferenceOptions(
                        DeviceChoice.parse("cpu"), Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults()));
        return ahiq.score(request, ScoreMonitor.NONE)
                .get(0)
                .pair()
                .orElseThrow()
                .score();
    }

    @Test
    void networksThatWereClosedForOthersOpenAgain() {
        Path first = CompactModel.write(folder.resolve("first"));
        Path second = CompactModel.write(folder.resolve("second"));
        Ahiq ahiq = new Ahiq(1);
        try (ahiq) {
            double score = score(ahiq, first);

            assertThat(score(ahiq, second)).isEqualTo(score);
            assertThat(score(ahiq, first)).isEqualTo(score);
        }
        try (ahiq) {
            assertThat(score(ahiq, second)).isFinite();
        }
    }

    @Test
    void missingModelIsTold() {
        try (Ahiq ahiq = new Ahiq(1)) {
            assertThatThrownBy(() -> score(ahiq, folder.resolve("none")))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("No model in ");
        }
    }
}
