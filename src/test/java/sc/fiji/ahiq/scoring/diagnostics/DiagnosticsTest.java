/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.Version;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelStore;

class DiagnosticsTest {

    @Test
    void tellsWhatIsThereAndPasses() {
        List<String> told = new ArrayList<>();
        Diagnostics diagnostics = Diagnostics.run(
                options("cpu", 4),
                ModelStore.of(null),
                Map.of("host", "a test"),
                (done, total) -> told.add(done + "/" + total));

        assertThat(told).containsExactly("0/3", "1/3", "2/3", "3/3");
        assertThat(diagnostics.lines().get(0)).startsWith("verdict     passed: ");

        assertThat(diagnostics.lines())
                .anySatisfy(line -> assertThat(line).startsWith("version     AHIQ " + Version.get() + " in "))
                .anySatisfy(line -> assertThat(line).startsWith("java        " + System.getProperty("java.version")))
                .anySatisfy(line -> assertThat(line).matches("engine      PyTorch 2\\.7\\.1 \\(.+, \\d+ threads\\)"))
                .anySatisfy(line -> assertThat(line).matches("cache       .+pytorch"))
                .contains("host        a test")
                .anySatisfy(line -> assertThat(line).startsWith("models      "))
                .anySatisfy(line -> assertThat(line).startsWith("devices     cpu"))
                .anySatisfy(line -> assertThat(line).matches("cuda        (none|\\d+)"))
                .anySatisfy(line -> assertThat(line).startsWith("self-test   passed: score -0.1391"));
        assertThat(diagnostics.passed()).isTrue();
        assertThat(diagnostics.text().lines()).containsExactlyElementsOf(diagnostics.lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void scoreIsFarInsideItsToleranceInBatchesOfAnySize(int batch) {
        SelfTest test = SelfTest.run(options("cpu", batch));

        assertThat(test.score()).isCloseTo(SelfTest.EXPECTED, within(0.1 * SelfTest.TOLERANCE));
        assertThat(test.passed()).isTrue();
    }

    @Test
    void anotherScoreDoesNotPass() {
        assertThat(new SelfTest("cpu", SelfTest.EXPECTED + 1.1e-4, 1).passed()).isFalse();
        assertThat(new SelfTest("cpu", Double.NaN, 1).passed()).isFalse();
    }

    @Test
    void aDeviceThatIsNotThereFailsTheReportButIsToldInIt() {
        Diagnostics diagnostics = Diagnostics.run(options("gpu99", 1), ModelStore.of(null), Map.of(), Progress.NONE);

        assertThat(diagnostics.lines().get(0)).isEqualTo("verdict     FAILED: see self-test");

        assertThat(diagnostics.passed()).isFalse();
        assertThat(diagnostics.lines())
                .last()
                .asString()
                .startsWith("self-test   failed: Device gpu99 was asked for, but PyTorch");
    }

    private static InferenceOptions options(String device, int batch) {
        return new InferenceOptions(
                DeviceChoice.parse(device), Precision.FLOAT32, OptionalInt.of(batch), EngineSettings.ofEnvironment());
    }
}
