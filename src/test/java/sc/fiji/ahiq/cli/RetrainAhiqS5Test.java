/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

/** The recipe of AHIQ-S 5, on a toy scale. */
class RetrainAhiqS5Test extends CommandLineFixture {

    private static final Path SCRIPT = Path.of("models/ahiq-s/retrain.sh").toAbsolutePath();
    private static final int TIMEOUT_SECONDS = 480;
    private static final int SIZE = 80;

    private Path config;

    @BeforeEach
    void makeImages() throws IOException {
        assumeTrue(File.separatorChar == '/', "needs a shell");
        for (String name : List.of("a, b", "c", "d", "e")) {
            colourImage("photographs/" + name + ".png", name.hashCode());
        }
        for (String name : List.of("g", "h", "i")) {
            image("microscopy/" + name + ".png", name.hashCode(), SIZE, SIZE);
        }
        image("rated/e.png", 4, SIZE, SIZE);
        image("rated/f.png", 5, SIZE, SIZE);
        Files.writeString(
                folder.resolve("rated/labels.csv"),
                "reference,distorted,mos,std\ne.png,f.png,7.1,0.1\nf.png,e.png,1,0.2\n");
        image("others/e.png", 6, SIZE, SIZE);
        image("others/f.png", 7, SIZE, SIZE);
        image("others/g.png", 8, SIZE, SIZE);
        Files.writeString(
                folder.resolve("others/labels.csv"), "reference,distorted,mos\ne.png,f.png,4\ne.png,g.png,2\n");
        config = Files.writeString(
                folder.resolve("small.yaml"),
                Files.readString(SCRIPT.resolveSibling("train.yaml"))
                        .replace("efficientnet-lite0-57934424.pth", "lite.safetensors")
                        // Of so few images none gets such a type.
                        .replace("  - {manifest: hard.csv}\n", "")
                        .replaceAll("(?m)^batch: .*", "batch: 4")
                        .replaceAll("cells: \\d+", "cells: 2")
                        .replaceAll("(?m)^steps: .*", "steps: 4")
                        .replaceAll("(?m)^validate_steps: .*", "validate_steps: 2"));
        UntrainedModel lite = new UntrainedModel("any", DifferenceArchitecture.standard(), 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        lite.card().design().tensorShapes().keySet().stream()
                .filter(name -> name.startsWith("backbone."))
                .forEach(name -> tensors.put(name.substring("backbone.".length()), lite.tensor(name)));
        Safetensors.write(folder.resolve("lite.safetensors"), tensors, Map.of());
    }

    private void colourImage(String name, int seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Random random = new Random(seed);
        List<byte[]> planes = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            byte[] plane = new byte[SIZE * SIZE];
            random.nextBytes(plane);
            planes.add(plane);
        }
        RgbFiles.writePng(file, planes, SIZE, SIZE);
    }

    private String retrain(Path work) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        for (String images : List.of("photographs", "microscopy", "rated", "others")) {
            command.add(folder.resolve(images).toString());
        }
        command.add(folder.resolve("lite.safetensors").toString());
        command.addAll(List.of(work.toString(), config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AHIQ", program().toString());
        builder.environment().put("DRAWN", "1");
        builder.redirectOutput(folder.resolve("output.txt").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(TIMEOUT_SECONDS, SECONDS)).isTrue();
        String output = Files.readString(folder.resolve("output.txt"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void pristineImagesBecomeAModelAndAnotherRunMakesNothingAgain() throws Exception {
        Path work = folder.resolve("work");

        retrain(work);

        List<String> labels = Files.readAllLines(work.resolve("labels.csv"));
        assertThat(labels)
                .hasSizeGreaterThan(60)
                .noneMatch(label -> label.contains(",none,"))
                .anyMatch(label -> label.contains("scale-0.5/"))
                .anyMatch(label -> label.contains("_x3_crop1_"))
                .anyMatch(label -> label.contains("drawn/page"));
        assertThat(Files.readAllLines(work.resolve("denoised.csv")))
                .hasSizeGreaterThan(1)
                .filteredOn(label -> !label.startsWith("reference,"))
                .allMatch(label -> label.contains(",denoised-"));
        assertThat(Files.readAllLines(work.resolve("people.csv")))
                .hasSizeGreaterThan(20)
                .noneMatch(label -> label.contains(",aliasing,"))
                .allMatch(labels::contains);
        assertThat(Files.readAllLines(work.resolve("blocks.csv")))
                .hasSize(1 + 5)
                .filteredOn(label -> !label.startsWith("reference,"))
                .allMatch(label -> label.contains(",colour-block,"));
        assertThat(Files.readAllLines(work.resolve("validation.csv")))
                .containsExactly(
                        "reference,distorted,mos",
                        folder.resolve("others/e.png") + "," + folder.resolve("others/f.png") + ",0.75",
                        folder.resolve("others/e.png") + "," + folder.resolve("others/g.png") + ",0.25");
        assertThat(Files.readAllLines(work.resolve("rated.csv")))
                .containsExactly(
                        "reference,distorted,mos",
                        folder.resolve("rated/e.png") + "," + folder.resolve("rated/f.png") + ",1",
                        folder.resolve("rated/f.png") + "," + folder.resolve("rated/e.png") + ",0");
        assertThat(work.resolve("trained/log.csv")).content().hasLineCount(1 + 4);
        try (ModelFolder model = ModelFolder.open(work.resolve("trained/model"))) {
            model.requireFiniteWeights();
            assertThat(model.card().name()).isEqualTo("ahiq-s");
        }

        byte[] weights = Files.readAllBytes(work.resolve("trained/model/weights.safetensors"));
        assertThat(retrain(work)).doesNotContain("manifest.csv");
        assertThat(work.resolve("trained/model/weights.safetensors")).hasBinaryContent(weights);
    }
}
