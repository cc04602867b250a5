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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.CancelledException;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.network.checkpoint.Checkpoint;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.DType;

/** Whole trainings of a compact network on small images. */
class TrainingTest {

    private static final String SCRATCH =
            """
            name: toy
            output: out
            start:
              architecture:
                crop: 32
                vit: {patch: 8, dim: 16, depth: 2, heads: 2, mlp: 32}
                cnn: {stem: 8, width: 8, out: 16}
                fusion: {type: deformable, hidden: 16}
                regressor: {down: 8, smooth0: 16, smooth2: 8, conv: 8, pooling: patch}
            train: {manifest: images/pairs.csv}
            device: cpu
            """;

    private static final String SHORT = SCRATCH
            + """
            validation: {fraction: 0.25}
            batch: 4
            pairs_per_reference: 2
            cutmix: 0.5
            loss: {mse: 1, ranking: 0.1, plcc: 0.1}
            optimizer: {rate: 3e-3, max_gradient_norm: 1}
            steps: 8
            validate_steps: 4
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeImages() throws IOException {
        ToyPairs.write(shared.resolve("images"), 4, 4);
    }

    @Test
    void learnsEightPairsByHeart() throws IOException {
        ToyPairs.write(folder.resolve("images"), 2, 4);
        Recorder recorder = Recorder.quiet();
        run(
                SCRATCH
                        + """
                        validation: {manifest: images/pairs.csv}
                        batch: 8
                        pairs_per_reference: 4
                        optimizer: {rate: 2e-3}
                        schedule: {warmup_steps: 5}
                        steps: 160
                        validate_steps: 40
                        """,
                folder,
                false,
                recorder);

        List<StepReport> reports = recorder.reports;
        assertThat(reports).hasSize(160);
        assertThat(reports.get(159).loss()).isLessThan(reports.get(0).loss() / 20);
        assertThat(reports.get(159).agreement()).hasValueSatisfying(agreement -> {
            assertThat(agreement.srocc()).isEqualTo(1);
            assertThat(agreement.plcc()).isGreaterThan(0.98);
        });
    }

    @Test
    void resumedTrainingGivesTheBitsOfAnUninterruptedOne() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        run(SHORT, whole, false, Recorder.quiet());

        for (int stop : new int[] {3, 6}) {
            boolean resume = stop > 3;
            assertThatThrownBy(() -> run(SHORT, parts, resume, Recorder.stoppingAfter(stop)))
                    .isInstanceOf(CancelledException.class);
        }
        run(SHORT, parts, true, Recorder.quiet());

        for (String file :
                List.of("model/weights.safetensors", "checkpoint/model/weights.safetensors", "checkpoint/state.yaml")) {
            assertThat(parts.resolve("out").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(whole.resolve("out").resolve(file));
        }
        assertSameMoments(whole.resolve("out/checkpoint"), parts.resolve("out/checkpoint"));
        assertThat(logWithoutSpeed(parts)).isEqualTo(logWithoutSpeed(whole)).hasSize(9);
    }

    /** Zeros may differ in their sign, which changes no result. */
    private static void assertSameMoments(Path one, Path other) {
        try (Checkpoint expected = Safetensors.open(one.resolve("adam.safetensors"));
                Checkpoint found = Safetensors.open(other.resolve("adam.safetensors"))) {
            assertThat(found.names()).isEqualTo(expected.names());
            expected.names().forEach(name -> assertThat(found.tensor(name).toFloats())
                    .as(name)
                    .usingComparatorWithPrecision(Float.MIN_VALUE)
                    .containsExactly(expected.tensor(name).toFloats()));
        }
    }

    private static List<String> logWithoutSpeed(Path run) throws IOException {
        return Files.readAllLines(run.resolve("out/log.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void stoppingInAValidationLosesNoStep() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        run(SHORT, whole, false, Recorder.quiet());

        assertThatThrownBy(() -> run(SHORT, parts, false, Recorder.stoppingInFirstValidation()))
                .isInstanceOf(CancelledException.class);
        assertThat(parts.resolve("out/checkpoint/state.yaml"))
                .content()
                .contains("step: '4'")
                .contains("unvalidated_loss:");
        run(SHORT, parts, true, Recorder.quiet());

        assertThat(parts.resolve("out/model/weights.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("out/model/weights.safetensors"));
        assertThat(logWithoutSpeed(parts)).isEqualTo(logWithoutSpeed(whole));
    }

    @Test
    void theResultIsAModelThatTellsWhatItLearned() throws IOException {
        Path model = run(SHORT + "weights: half\ncard: {licence: CC0-1.0}\n", folder, false, Recorder.quiet());

        try (ModelFolder opened = ModelFolder.open(model)) {
            opened.requireFiniteWeights();
            assertThat(opened.card().name()).isEqualTo("toy");
            assertThat(opened.card().licence()).isEqualTo("CC0-1.0");
            assertThat(opened.card().training())
                    .startsWith("12 pairs of 3 references of pairs.csv. On 4 validation pairs: SROCC ");
            assertThat(opened.card().source())
                    .startsWith("made by 'ahiq train' from scratch, seed 1, after ")
                    .contains(" of 8 steps with 4 pairs.");
            assertThat(opened.card().score()).startsWith("about 0 (worst) to 1 (best); label = 43.0 + 45.0 * score");
            assertThat(opened.tensor("deform_net.deform.weight").dtype()).isEqualTo(DType.F16);
        }
        assertThat(Files.readAllLines(folder.resolve("out/split.csv")))
                .hasSize(5)
                .startsWith("reference,part,pairs")
                .filteredOn(line -> line.endsWith(",validation,4"))
                .hasSize(1);
    }

    @Test
    void fineTuningChangesOnlyPartsThatAreNotFrozen() throws IOException {
        UntrainedModel start = new UntrainedModel("compact", Engine.ARCHITECTURE, 1);
        ModelFolder.write(folder.resolve("start"), start);
        String config =
                SHORT.replaceAll("(?s)start:.*?train:", "start: {model: start}\ntrain:") + "freeze: [vit, cnn]\n";
        Path model = run(config, folder, false, Recorder.quiet());

        try (ModelFolder trained = ModelFolder.open(model)) {
            start.card().architecture().tensorShapes().keySet().forEach(name -> {
                boolean isFrozen = name.startsWith("vit.") || name.startsWith("cnn.");
                assertThat(trained.tensor(name).data().equals(start.tensor(name).data()))
                        .as(name)
                        .isEqualTo(isFrozen);
            });
            assertThat(trained.card().source()).startsWith("made by 'ahiq train' from the weights of compact, seed 1");
        }
    }

    @Test
    void pairsOfSeveralFilesAreShownAsOftenAsAsked() throws IOException {
        Path model = run(
                SHORT.replace(
                                "{manifest: images/pairs.csv}",
                                "[{manifest: images/pairs.csv}, {manifest: more/pairs.csv, times: 2}]")
                        .replace("fraction: 0.25", "fraction: 0")
                        .replace("steps: 8", "steps: 2"),
                withMore(folder),
                false,
                Recorder.quiet());

        try (ModelFolder opened = ModelFolder.open(model)) {
            assertThat(opened.card().training()).isEqualTo("18 pairs of 5 references of pairs.csv and pairs.csv.");
        }
    }

    private static Path withMore(Path folder) throws IOException {
        ToyPairs.write(folder.resolve("more"), 1, 2);
        return folder;
    }

    @Test
    void withoutValidationTheLastModelIsKept() throws IOException {
        Path model = run(
                SHORT.replace("fraction: 0.25", "fraction: 0").replace("steps: 8", "steps: 2"),
                folder,
                false,
                Recorder.quiet());

        try (ModelFolder opened = ModelFolder.open(model)) {
            assertThat(opened.card().training()).isEqualTo("16 pairs of 4 references of pairs.csv.");
            assertThat(opened.card().source()).contains("after 2 of 2 steps");
        }
        assertThat(folder.resolve("out/checkpoint/model/weights.safetensors"))
                .hasSameBinaryContentAs(model.resolve("weights.safetensors"));
    }

    @Test
    void aCheckpointIsNeitherOverwrittenNorUsedForAnotherTask() throws IOException {
        assertThatThrownBy(() -> run(SHORT, folder, true, Recorder.quiet()))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a checkpoint in " + folder.resolve("out")
                        + " to go on from, but there is none. Start without --resume.");
        assertThatThrownBy(() -> run(SHORT, folder, false, Recorder.stoppingAfter(1)))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> run(SHORT, folder, false, Recorder.quiet()))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is a checkpoint in " + folder.resolve("out")
                        + ". Go on with it by --resume, or train into another folder.");
        assertThatThrownBy(() -> run(SHORT + "seed: 2\n", folder, true, Recorder.quiet()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Expected the configuration and the pairs that the checkpoint in "
                        + folder.resolve("out/checkpoint") + " was made with, but found others.");
    }

    @ParameterizedTest
    @CsvSource({
        "fraction: 0,    The loss of step \\d is NaN",
        "fraction: 0.25, A score in the validation is NaN",
    })
    void weightsThatRunAwayEndTheTraining(String validation, String message) {
        assertThatThrownBy(() -> run(
                        SHORT.replace("rate: 3e-3, max_gradient_norm: 1", "rate: 1")
                                .replace("fraction: 0.25", validation)
                                .replace("validate_steps: 4", "validate_steps: 1"),
                        folder,
                        false,
                        Recorder.quiet()))
                .isInstanceOf(EngineException.class)
                .hasMessageMatching(message + "\\. Lower the learning rate, lengthen the warm-up or"
                        + " limit the norm of the gradient\\.");
    }

    @Test
    void imagesSmallerThanACropAreNamed() {
        assertThatThrownBy(() -> run(
                        SHORT.replace("crop: 32", "crop: 64").replace("patch: 8", "patch: 16"),
                        folder,
                        false,
                        Recorder.quiet()))
                .isInstanceOf(ImageException.class)
                .hasMessageMatching(
                        "(?s)Expected images of at least 64 x 64 pixels, the size of the network's crops, but"
                                + " .*d\\d_\\d\\.png is 40 x 40\\. Leave it out, or train a network with smaller crops\\.");
    }

    private static Path run(String config, Path folder, boolean resume, Recorder recorder) throws IOException {
        Files.createDirectories(folder);
        Path images = folder.resolve("images");
        String text = Files.exists(images) ? config : config.replace("images/", shared.resolve("images") + "/");
        Path file = Files.writeString(folder.resolve("config.yaml"), text);
        return Training.run(
                TrainingConfig.read(file),
                ModelStore.of(folder.resolve("models")),
                EngineSettings.defaults(),
                resume,
                recorder,
                recorder.reports::add);
    }

    /** Collects reports, and stops when it is asked whether to go on: before each step and each validated pair. */
    private static final class Recorder implements Progress {

        private final List<StepReport> reports = new ArrayList<>();
        private final long lastStep;
        private final int questions;
        private int asked;

        private Recorder(long lastStep, int questions) {
            this.lastStep = lastStep;
            this.questions = questions;
        }

        static Recorder quiet() {
            return new Recorder(Long.MAX_VALUE, Integer.MAX_VALUE);
        }

        static Recorder stoppingAfter(long step) {
            return new Recorder(step, Integer.MAX_VALUE);
        }

        /** The first validation comes after the fourth step; before each step there is one question. */
        static Recorder stoppingInFirstValidation() {
            return new Recorder(Long.MAX_VALUE, 5);
        }

        @Override
        public void note(String sentence) {
            assertThat(sentence).endsWith(".");
        }

        @Override
        public void update(long done, long total) {
            assertThat(done).isBetween(0L, total);
            boolean stepReported =
                    !reports.isEmpty() && reports.get(reports.size() - 1).step() == lastStep;
            if (stepReported || ++asked > questions) {
                throw new CancelledException();
            }
        }
    }
}
