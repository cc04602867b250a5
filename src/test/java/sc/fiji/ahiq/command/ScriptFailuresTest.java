/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.scoring.ScoringOptions;

/** What scripts and programs are told that run commands by SciJava. */
class ScriptFailuresTest {

    private static final ImagePlus IMAGE = new ImagePlus("image", new ByteProcessor(64, 64));
    private static final ImagePlus SMALLER = new ImagePlus("smaller", new ByteProcessor(32, 64));

    private static Context context;

    @BeforeAll
    static void open() {
        context = new Context();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static CommandModule run(Map<String, Object> inputs) throws Exception {
        return context.service(CommandService.class)
                .run(ScorePair.class, true, inputs)
                .get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics | psnrr | metrics=psnrr: Unknown metric 'psnrr', did you mean 'psnr'? Expected names,",
                "metrics | lpips | metrics=lpips: Unknown metric 'lpips': make it of its published files by AHIQ Import"
                        + " Weights... (metric=lpips-alex name=lpips). Expected",
                "model | nothing | No model 'nothing': there is no model.yaml in a folder of that path, nor",
                "crops | many | crops=many: Unknown crop plan 'many'. Expected one of: random, random:N (N crops",
                "device | tpu | device=tpu: Unknown device 'tpu': expected auto, cpu, gpu, or gpu and a number (gpu0).",
                "device | gpu99 | Device gpu99 was asked for, but PyTorch ",
                "precision | mixed | Precision mixed needs a GPU, but the device is cpu. Use precision=float32.",
                "distorted | smaller | Expected images of the same size, but reference image is 64 x 64 and distorted"
            })
    void aCommandTellsInputsByTheirNames(String input, String value, String message) {
        Map<String, Object> inputs = new HashMap<>(Map.of("reference", IMAGE, "distorted", IMAGE, "device", "cpu"));
        inputs.put(input, value.equals("smaller") ? SMALLER : value);

        assertThatThrownBy(() -> run(inputs))
                .cause()
                .cause()
                .isInstanceOf(AhiqException.class)
                .message()
                .startsWith(message)
                .doesNotContain("--", "'ahiq ");
    }

    @Test
    void withoutAnImageNothingIsScored() throws Exception {
        for (Map<String, Object> inputs : List.<Map<String, Object>>of(Map.of(), Map.of("reference", IMAGE))) {
            CommandModule module = run(inputs);

            assertThat(module.isCanceled()).isTrue();
            assertThat(module.getCancelReason()).isEqualTo("'distorted' is required but unset.");
            assertThat(module.getOutput("score")).isNull();
            assertThat(module.getOutput("scores")).isNull();
        }
    }

    @Test
    void theServiceSpeaksLikewise() {
        AhiqService service = context.service(AhiqService.class);
        ScoringOptions mixed = ScoringOptions.defaults()
                .withInference(new InferenceOptions(
                        DeviceChoice.CPU, Precision.MIXED, OptionalInt.empty(), EngineSettings.ofEnvironment()));

        assertThatThrownBy(() -> service.score(IMAGE, IMAGE, mixed))
                .isInstanceOf(EngineException.class)
                .hasMessage("Precision mixed needs a GPU, but the device is cpu. Use precision=float32.");
        assertThatThrownBy(() -> service.score(IMAGE, IMAGE, "nothing"))
                .isInstanceOf(ModelException.class)
                .hasMessageEndingWith(" AHIQ Models... tells which ones can be had.");
        assertThatThrownBy(() -> service.score(null, IMAGE, ""))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected an ImagePlus, an imglib2 image, a file, or the title, ID or path of an image, but"
                        + " found nothing.");
    }
}
