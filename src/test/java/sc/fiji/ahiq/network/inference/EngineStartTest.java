/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.AhiqException;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;

/** Starts of the engine, each in a process of its own, because only the first one in a process counts. */
class EngineStartTest {

    @TempDir
    private Path folder;

    /** Scores one crop. Its argument is the cache folder, if any. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            Optional<Path> cache = arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]));
            InferenceOptions options = new InferenceOptions(
                    DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), new EngineSettings(cache, false));
            Architecture architecture = CompactArchitecture.patch8();
            CropSource crops = CompactNetworks.crops(architecture, 1);
            try (Network network = Network.open(CompactNetworks.model(architecture), options);
                    ReferenceCrops reference = network.reference(crops, 1, false)) {
                network.compare(reference, crops, Progress.NONE);
            } catch (AhiqException e) {
                System.err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
                System.exit(4);
            }
        }
    }

    @Test
    void nothingIsPrintedToStandardOutput() throws Exception {
        Run run = start(Map.of());

        assertThat(run.err).doesNotContain("Exception");
        assertThat(run.exitCode).isZero();
        assertThat(run.out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR"})
    void aCacheFolderThatTheEnvironmentContradictsIsRefused(String variable) throws Exception {
        Run run = start(Map.of(variable, "/elsewhere"), folder.toString());

        assertThat(run.exitCode).isEqualTo(4);
        assertThat(run.err)
                .contains("UsageException: The cache folder " + folder + " was asked for, but the environment variable "
                        + variable + "=/elsewhere would win. Unset one of them.");
    }

    @Test
    void aCacheFolderThatCannotBeWrittenIsExplained() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Run run = start(Map.of(), file.toString());

        assertThat(run.exitCode).isEqualTo(4);
        assertThat(run.err)
                .startsWith("EngineException: The cache folder " + file + " cannot be made: ")
                .endsWith("Choose another one by --cache or AHIQ_CACHE.\n");
    }

    private Run start(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Run(int exitCode, String out, String err) {}
}
