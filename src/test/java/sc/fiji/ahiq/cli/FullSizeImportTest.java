/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;

/** Imports files of the published sizes in a process with a small heap, to its end and killed on the way. */
class FullSizeImportTest {

    private static final UntrainedModel MODEL = new UntrainedModel("source", Architecture.vitB8(), 1);
    private static final int KILLS = 5;

    @TempDir
    private static Path folder;

    @TempDir
    private Path output;

    @BeforeAll
    static void writeFiles() {
        PublishedLayout layout = new PublishedLayout(MODEL);
        Safetensors.write(file("ahiq"), layout.ahiq(), Map.of());
        Safetensors.write(file("cnn"), layout.cnn(), Map.of());
        Safetensors.write(file("vit"), layout.vit(), Map.of());
    }

    private static Path file(String part) {
        return folder.resolve(part + ".safetensors");
    }

    private Path models() {
        return output.resolve("models");
    }

    /** With a heap, and as much memory for direct buffers, that is smaller than any of the files but the ResNet. */
    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "import",
                "--name",
                "full",
                "--models",
                models().toString()));
        for (String part : List.of("ahiq", "cnn", "vit")) {
            command.addAll(List.of("--" + part, file(part).toString()));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("log.txt").toFile())
                .start();
    }

    private Duration importToTheEnd() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start();
        assertThat(process.waitFor(300, SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(output.resolve("log.txt")))
                .isEqualTo(ExitCode.OK);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void assertIsTheModel() {
        try (ModelFolder read = ModelFolder.open(models().resolve("full"))) {
            assertThat(read.card().architecture()).isEqualTo(Architecture.vitB8());
            for (String name : Architecture.vitB8().tensorShapes().keySet()) {
                assertThat(read.tensor(name).data())
                        .as(name)
                        .isEqualTo(MODEL.tensor(name).data());
            }
        }
    }

    @Test
    void filesOfThePublishedSizesNeedASmallHeapAndMayBeKilledAtAnyMoment() throws Exception {
        Duration whole = importToTheEnd();
        assertIsTheModel();
        ModelStore store = ModelStore.of(models());
        store.remove("full");

        for (int i = 1; i <= KILLS; i++) {
            Process process = start();
            process.waitFor(whole.toMillis() * i / (KILLS + 1), MILLISECONDS);
            process.destroyForcibly().waitFor();

            assertNoHalfModel();
            if (store.list().containsKey("full")) {
                assertIsTheModel();
                store.remove("full");
            }
        }

        importToTheEnd();
        assertIsTheModel();
    }

    /** A folder that the store does not list, and that is named as unfinished, may remain. */
    private void assertNoHalfModel() throws IOException {
        if (!Files.exists(models())) {
            return;
        }
        try (Stream<Path> children = Files.list(models())) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .allMatch(name -> name.equals("full") || name.matches("\\.ahiq-.*\\.tmp"));
        }
    }
}
