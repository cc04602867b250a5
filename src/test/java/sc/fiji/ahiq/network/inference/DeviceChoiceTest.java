/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.UsageException;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "auto, 0, -1",
        "auto, 2, 0",
        "cpu, 0, -1",
        "cpu, 2, -1",
        "gpu, 1, 0",
        "gpu0, 1, 0",
        "gpu1, 2, 1",
        "gpu12, 13, 12",
        "' AUTO ', 0, -1",
        "CPU, 1, -1",
        "Gpu1, 2, 1"
    })
    void aChoiceIsResolvedByTheGpusThatAreThere(String text, int gpuCount, int expected) {
        assertThat(DeviceChoice.parse(text).resolve(gpuCount, "PyTorch")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"gpu, 0", "gpu0, 0", "gpu1, 1", "gpu999, 8"})
    void aGpuThatIsNotThereIsAnError(String text, int gpuCount) {
        DeviceChoice choice = DeviceChoice.parse(text);

        assertThatThrownBy(() -> choice.resolve(gpuCount, "PyTorch 2.7.1 (cpu)"))
                .isInstanceOf(EngineException.class)
                .hasMessage("Device " + text + " was asked for, but PyTorch 2.7.1 (cpu) sees " + gpuCount
                        + " GPUs. Use --device cpu or --device auto, or give the engine a CUDA build of PyTorch: see 'GPU' in"
                        + " the Troubleshooting of docs/command-line.md.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tpu", "gpu-1", "gpu 1", "gpu1000", "cuda:0", "cpu0"})
    void otherTextIsAnError(String text) {
        assertThatThrownBy(() -> DeviceChoice.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown device '" + text + "': expected auto, cpu, gpu, or gpu and a number (gpu0).");
    }

    @Test
    void onlyTheCpuWantsNoGpu() {
        assertThat(DeviceChoice.CPU.wantsGpu()).isFalse();
        assertThat(DeviceChoice.parse("cpu").wantsGpu()).isFalse();
        assertThat(DeviceChoice.AUTO.wantsGpu()).isTrue();
        assertThat(DeviceChoice.parse("gpu3").wantsGpu()).isTrue();
    }

    @Test
    void aChoicePrintsAsItIsWritten() {
        assertThat(DeviceChoice.parse(" GPU1")).hasToString("gpu1");
        assertThat(DeviceChoice.AUTO).hasToString("auto");
    }
}
