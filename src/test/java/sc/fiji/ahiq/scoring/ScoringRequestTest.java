/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EnginePlace;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelStore;

class ScoringRequestTest {

    private static ScoringRequest sent(ScoringRequest request) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(request);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ScoringRequest) in.readObject();
        }
    }

    @Test
    void anotherProcessMakesTheSameOptionsOfIt() throws Exception {
        ScoringOptions options = ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse("ssim, PSNR,ahiq", Metrics.ofClassPath()))
                .withModel("mine")
                .withModels(ModelStore.of(Path.of("models of mine")))
                .withCrops(CropPlan.parse("random:7", -3), -3)
                .withRange(RangeRule.parse("0.5:4095"))
                .withPadding(Padding.REFLECT)
                .withMaps(true)
                .withInference(new InferenceOptions(
                        DeviceChoice.CPU,
                        Precision.FLOAT32,
                        OptionalInt.of(9),
                        new EngineSettings(Optional.of(Path.of("cache")), true)));

        ScoringOptions found = sent(ScoringRequest.of(options)).options(3);

        assertThat(found.metrics().names()).isEqualTo(options.metrics().names());
        assertThat(found.model()).isEqualTo("mine");
        assertThat(found.models().userFolder())
                .isEqualTo(Path.of("models of mine").toAbsolutePath());
        assertThat(found.crops()).isEqualTo(options.crops());
        assertThat(found.seed()).isEqualTo(-3);
        assertThat(found.range()).hasToString(options.range().toString());
        assertThat(found.padding()).isEqualTo(Padding.REFLECT);
        assertThat(found.maps()).isTrue();
        assertThat(found.inference())
                .isEqualTo(new InferenceOptions(
                        DeviceChoice.CPU,
                        Precision.FLOAT32,
                        OptionalInt.of(9),
                        new EngineSettings(
                                Optional.of(Path.of("cache").toAbsolutePath()),
                                OptionalInt.of(3),
                                true,
                                EnginePlace.AUTO)));
    }

    @Test
    void foldersAndScriptsThatMetricsNameAreFoundFromOtherFolders() {
        String metrics = "psnr, ahiq:models/ahiq-s,ahiq:mine, script:own/a.pt@range=0:255";

        ScoringRequest request = ScoringRequest.of(
                ScoringOptions.defaults().withMetrics(MetricSelection.parse(metrics, Metrics.ofClassPath())));

        assertThat(request.metrics())
                .isEqualTo("psnr,ahiq:" + Path.of("models/ahiq-s").toAbsolutePath() + ",ahiq:mine,script:"
                        + Path.of("own/a.pt").toAbsolutePath() + "@range=0:255");
        assertThat(request.options(1).metrics().names())
                .containsExactly("psnr", "ahiq:ahiq-s", "ahiq:mine", "script_a");
    }

    @Test
    void withoutACacheFolderThatOfTheOtherProcessCounts() throws Exception {
        ScoringOptions found =
                sent(ScoringRequest.of(ScoringOptions.defaults())).options(1);

        assertThat(found.inference().engine())
                .isEqualTo(EngineSettings.ofEnvironment().withThreads(1));
        assertThat(found.metrics().names()).containsExactly("ahiq");
        assertThat(found.crops()).isEqualTo(CropPlan.grid());
    }
}
