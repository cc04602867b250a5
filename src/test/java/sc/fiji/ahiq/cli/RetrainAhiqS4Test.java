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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.image.file.RgbFiles;
import sc.fiji.ahiq.network.model.ModelFolder;

/** The recipe of the model that comes with the program, on a toy scale. */
class RetrainAhiqS4Test extends CommandLineFixture {

    private static final Path SCRIPT = Path.of("models/ahiq-s-4/retrain.sh").toAbsolutePath();
    private static final int TIMEOUT_SECONDS = 240;
    private static final int SIZE = 80;

    /** Two images with four types, one of them again with three, and the three references with themselves. */
    private static final int LABELS = 2 * 4 * 5 + 3 * 5 + 3;

    /** Also the other one again with three types. */
    private static final int ALL_LABELS = LABELS + 3 * 5 + 1;

    private static final int LABELS_OF_VALIDATION = 2 * 5 + 1;

    private Path configs;

    @BeforeEach
    void makeImages() throws IOException {
        assumeTrue(File.separatorChar == '/', "needs a shell");
        colourImage("training/a, b.png", 1);
        colourImage("training/c.png", 2);
        colourImage("validation/d.png", 3);
        image("rated/e.png", 4, SIZE, SIZE);
        image("rated/f.png", 5, SIZE, SIZE);
        Files.writeString(
                folder.resolve("rated/labels.csv"),
                "reference,distorted,mos,std\ne.png,f.png,7.1,0.1\nf.png,e.png,1,0.2\n");
        configs = Files.createDirectory(folder.resolve("configs"));
        for (String config : List.of("train.yaml", "order.yaml", "finish.yaml")) {
            Files.writeString(
                    configs.resolve(config),
                    Files.readString(SCRIPT.resolveSibling(config))
                            .replace("crop: 128", "crop: 32")
                            .replaceAll("(?m)^steps: .*", "steps: 4")
                            .replaceAll("(?m)^validate_steps: .*", "validate_steps: 2"));
        }
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
        for (String images : List.of("training", "validation", "rated")) {
            command.add(folder.resolve(images).toString());
        }
        command.addAll(List.of(work.toString(), configs.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AHIQ", program().toString());
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

        assertThat(Files.readAllLines(work.resolve("labels.csv"))).hasSize(1 + LABELS);
        List<String> labels = Files.readAllLines(work.resolve("all-labels.csv"));
        assertThat(labels).hasSize(1 + ALL_LABELS);
        assertThat(Files.readAllLines(work.resolve("others.csv")))
                .isSubsetOf(labels)
                .containsAll(labels.stream()
                        .filter(label -> !label.contains("colour-shift"))
                        .toList())
                .noneMatch(label -> label.contains("colour-shift"));
        assertThat(Files.readAllLines(work.resolve("colour-shift.csv")))
                .hasSizeGreaterThanOrEqualTo(1 + 4 * 5)
                .isSubsetOf(Files.readAllLines(work.resolve("colour-labels.csv")))
                .filteredOn(label -> label.contains("colours/"))
                .hasSize(2 * 5);
        assertThat(Files.readAllLines(work.resolve("validation.csv"))).hasSize(1 + LABELS_OF_VALIDATION);
        assertThat(Files.readAllLines(work.resolve("rated.csv")))
                .containsExactly(
                        "reference,distorted,mos",
                        folder.resolve("rated/e.png") + "," + folder.resolve("rated/f.png") + ",1",
                        folder.resolve("rated/f.png") + "," + folder.resolve("rated/e.png") + ",0");
        for (String part : List.of("trained", "ordered", "finished")) {
            assertThat(work.resolve(part).resolve("log.csv")).content().hasLineCount(1 + 4);
        }
        try (ModelFolder model = ModelFolder.open(work.resolve("finished/model"))) {
            model.requireFiniteWeights();
            assertThat(model.card().name()).isEqualTo("ahiq-s-4");
        }

        byte[] weights = Files.readAllBytes(work.resolve("finished/model/weights.safetensors"));
        assertThat(retrain(work)).doesNotContain("manifest.csv");
        assertThat(work.resolve("finished/model/weights.safetensors")).hasBinaryContent(weights);
    }
}
