/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Whole trainings of a small judge on features that were not trained, of small images. */
class DifferenceTrainingTest {

    private static final String CONFIG =
            """
            name: toy
            output: out
            start:
              architecture: {kind: differences, backbone: efficientnet-lite0, hidden: 8, deep: 6, attention: 4}
              backbone: lite.safetensors
            train: {manifest: images/pairs.csv}
            validation: {manifest: images/pairs.csv}
            batch: 4
            differences: {cells: 2, dropout: 0.1, average: 0.5}
            loss: {smooth_l1: 1, plcc: 0.1}
            optimizer: {rate: 1e-2, max_gradient_norm: 1}
            device: cpu
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeImagesAndBackbone() throws IOException {
        Path manifest = ToyPairs.write(shared.resolve("images"), 2, 4);
        List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
        lines.replaceAll(line -> line.startsWith("r") && !line.startsWith("reference") ? inUnitRange(line) : line);
        Files.write(manifest, lines);
        UntrainedModel model = new UntrainedModel("any", new DifferenceArchitecture(8, 6, 4, 1), 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.card().design().tensorShapes().keySet().stream()
                .filter(name -> name.startsWith("backbone."))
                .forEach(name -> tensors.put(name.substring("backbone.".length()), model.tensor(name)));
        Safetensors.write(shared.resolve("lite.safetensors"), tensors, Map.of());
    }

    private static String inUnitRange(String line) {
        int comma = line.lastIndexOf(',');
        return line.substring(0, comma + 1) + Double.parseDouble(line.substring(comma + 1)) / 100;
    }

    private static Path run(String config, Path folder, boolean resume, Steps steps) throws IOException {
        String text = config.replace("images/", shared.resolve("images") + "/")
                .replace("lite.safetensors", shared.resolve("lite.safetensors").toString());
        Path file = Files.writeString(folder.resolve("train.yaml"), text);
        return Training.run(
                TrainingConfig.read(file),
                ModelStore.of(folder),
                EngineSettings.defaults(),
                resume,
                steps,
                steps.reports::add);
    }

    @Test
    void learnsEightPairsByHeartAndKeepsTheBackbone() throws IOException {
        Steps steps = new Steps(Long.MAX_VALUE);

        Path model = run(CONFIG + "steps: 60\nvalidate_steps: 30\nweights: half\n", folder, false, steps);

        assertThat(steps.reports).hasSize(60);
        assertThat(steps.reports.get(59).loss()).isLessThan(steps.reports.get(0).loss() / 2);
        assertThat(steps.reports.get(59).agreement())
                .hasValueSatisfying(agreement -> assertThat(agreement.srocc()).isGreaterThan(0.9));
        try (ModelFolder read = ModelFolder.open(model)) {
            assertThat(read.card().score()).isEqualTo("0 (worst) to 1 (identical)");
            assertThat(read.card().sources()).hasSize(1);
            float[] before = new UntrainedModel("any", new DifferenceArchitecture(8, 6, 4, 1), 1)
                    .tensor("backbone._bn0.running_var")
                    .toFloats();
            assertThat(read.tensor("backbone._bn0.running_var").toFloats()).isEqualTo(before);
            for (float gain : read.tensor("head.gain").toFloats()) {
                assertThat(gain).isPositive();
            }
        }
    }

    @Test
    void anInterruptedTrainingGoesOnToTheSameWeights() throws IOException {
        String config = CONFIG + "steps: 6\nvalidate_steps: 3\n";
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Path expected = run(config, whole, false, new Steps(Long.MAX_VALUE));

        assertThatThrownBy(() -> run(config, parts, false, new Steps(2))).isInstanceOf(CancelledException.class);
        Path found = run(config, parts, true, new Steps(Long.MAX_VALUE));

        assertThat(found.resolve("weights.safetensors"))
                .hasSameBinaryContentAs(expected.resolve("weights.safetensors"));
        assertThat(Files.readString(found.resolveSibling("log.csv")).lines()).hasSize(7);
    }

    @Test
    void eachJudgeLearnsAsIfItWereAlone() throws IOException {
        String config = CONFIG.replace(", max_gradient_norm: 1", "")
                        .replace("validation: {manifest: images/pairs.csv}", "validation: {fraction: 0}")
                + "steps: 3\n";
        Path together = run(
                config.replace("attention: 4", "attention: 4, judges: 2"),
                Files.createDirectory(folder.resolve("together")),
                false,
                new Steps(Long.MAX_VALUE));
        for (int judge = 0; judge < 2; judge++) {
            Path alone = run(
                    config + "seed: " + (1 + judge) + "\n",
                    Files.createDirectory(folder.resolve("alone" + judge)),
                    false,
                    new Steps(Long.MAX_VALUE));

            try (ModelFolder two = ModelFolder.open(together);
                    ModelFolder one = ModelFolder.open(alone)) {
                for (String name : List.of("conv0.weight", "conv1.weight", "distance.weight", "attention1.bias")) {
                    float[] expected = one.tensor("judge." + name).toFloats();
                    float[] all = two.tensor("judge." + name).toFloats();
                    assertThat(all).hasSize(2 * expected.length);
                    assertThat(Arrays.copyOfRange(all, judge * expected.length, (judge + 1) * expected.length))
                            .as(name)
                            .containsExactly(expected, Offset.offset(1e-5f));
                }
            }
        }
    }

    @Test
    void otherLabelsOfTheSamePairsNeedNoNewEncoding() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        run(CONFIG + "steps: 1\n", first, false, new Steps(Long.MAX_VALUE));
        Path list = first.resolve("out/differences.txt");
        String encoded = Files.readString(list);
        Files.move(first.resolve("out/checkpoint"), first.resolve("before"));
        String labels = Files.readString(shared.resolve("images/pairs.csv"));
        Files.writeString(shared.resolve("images/other.csv"), labels.replaceAll(",0\\.(\\d)\\d*\n", ",0.0$1\n"));
        Steps steps = new Steps(Long.MAX_VALUE);

        run(CONFIG.replace("pairs.csv", "other.csv") + "steps: 1\n", first, false, steps);

        assertThat(list).hasContent(encoded);
        assertThat(steps.notes).noneMatch(note -> note.startsWith("Encoding"));
    }

    @Test
    void labelsThatAreNoScoresAreRefused() throws IOException {
        ToyPairs.write(folder.resolve("raw"), 2, 2);
        String config = CONFIG.replace(
                        "images/pairs.csv", folder.resolve("raw/pairs.csv").toString()) + "steps: 2\n";

        assertThatThrownBy(() -> run(config, folder, false, new Steps(Long.MAX_VALUE)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Expected labels from 0 to 1, the score of an image with itself");
    }

    @Test
    void imagesWithTooFewCellsAreRefused() {
        assertThatThrownBy(() -> run(
                        CONFIG.replace("cells: 2", "cells: 4") + "steps: 2\n",
                        folder,
                        false,
                        new Steps(Long.MAX_VALUE)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Expected images of at least 4 cells of 16 pixels to a side")
                .hasMessageContaining("has 3 x 3");
    }

    /** Keeps the reports, and stops after a step. */
    private static final class Steps implements Progress {

        private final List<StepReport> reports = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final long last;

        Steps(long last) {
            this.last = last;
        }

        @Override
        public void note(String message) {
            notes.add(message);
        }

        @Override
        public void update(long done, long total) {
            if (!reports.isEmpty() && reports.get(reports.size() - 1).step() == last) {
                throw new CancelledException();
            }
        }
    }
}
