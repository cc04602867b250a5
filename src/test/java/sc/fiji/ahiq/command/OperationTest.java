/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import sc.fiji.ahiq.base.error.UsageException;

class OperationTest {

    @Test
    void everyCommandIsAnOperationWithNamesOfItsOwn() throws Exception {
        assertThat(Operation.all()).extracting(Operation::label).doesNotHaveDuplicates();
        assertThat(Operation.all())
                .extracting(Operation::name)
                .filteredOn(name -> !name.isEmpty())
                .doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/sc/fiji/ahiq/command"))) {
            List<String> commands = files.filter(OperationTest::declaresACommand)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();

            assertThat(Operation.all())
                    .extracting(operation -> operation.type().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(commands);
        }
    }

    private static boolean declaresACommand(Path file) {
        try {
            return Files.readString(file).contains("type = Command.class");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.ahiq.command.Operation#all")
    void declarationsSuitMacrosAndDialogs(Operation<?> operation) {
        List<Input> inputs = operation.inputs();
        for (ModuleItem<?> item : new CommandInfo(operation.type()).inputs()) {
            assertThat(item.isPersisted() && inputs.stream().anyMatch(input -> input.isCalled(item.getName())))
                    .as(item.getName())
                    .isFalse();
        }

        assertThat(operation.description()).isNotBlank();
        assertThat(inputs).allSatisfy(input -> {
            assertThat(input.key()).matches("[a-z][a-z0-9_]*");
            assertThat(input.label()).isNotBlank();
            assertThat(input.description()).isNotBlank();
            assertThat(inputs).noneMatch(other -> other.key().endsWith("_" + input.key()));
            assertThat(inputs.stream()
                            .filter(other -> other.isCalled(input.key())
                                    || !input.alias().isEmpty() && other.isCalled(input.alias())))
                    .containsExactly(input);
            assertThat(input.choices().isEmpty() || input.choices().contains(input.defaultText()) || input.isRequired())
                    .isTrue();
        });
        boolean asks = inputs.stream().anyMatch(Input::isEssential);
        assertThat(asks)
                .as("asks for what it needs")
                .satisfiesAnyOf(needs -> assertThat(needs).isFalse(), needs -> assertThat(operation.label())
                        .endsWith("..."));
    }

    @Test
    void whatIsNeededComesFirstAndWhatIsRareLast() {
        assertThat(Operation.of(ScorePair.class).inputs())
                .extracting(Input::key)
                .startsWith("reference", "distorted", "metrics", "model", "crops")
                .endsWith(
                        "models",
                        "device",
                        "precision",
                        "batch",
                        "engine",
                        "cache",
                        "allow_download",
                        "seed",
                        "range",
                        "pad",
                        "colours");
        assertThat(Operation.of(ScoreFolder.class).inputs())
                .extracting(Input::key)
                .startsWith("manifest", "references", "distorted", "template", "output", "metrics");
    }

    /** One text each, whatever the command. */
    @Test
    void allThatScoreHaveTheSameInputsForIt() {
        List<Operation<?>> scoring = Operation.all().stream()
                .filter(operation -> ScoringInputs.class.isAssignableFrom(operation.type()))
                .toList();

        assertThat(scoring)
                .extracting(operation -> operation.type().getSimpleName())
                .containsExactly(
                        "ScorePair", "ScoreStack", "ScoreFiles", "ScoreFolder", "CompareImages", "EvaluateDataset");
        assertThat(scoring).allSatisfy(operation -> assertThat(operation.inputs())
                .extracting(Input::key)
                .contains(
                        "metrics",
                        "model",
                        "models",
                        "crops",
                        "seed",
                        "range",
                        "pad",
                        "device",
                        "precision",
                        "batch",
                        "engine",
                        "cache",
                        "allow_download"));
        assertThat(scoring)
                .extracting(operation -> operation.input("batch").description())
                .containsOnly("crop pairs per call of the engine; 0: by the memory of the device");
    }

    @Test
    void filesAreGivenByTheirPaths() {
        var module = Operation.of(ImportWeights.class)
                .bind(Map.of(
                        "ahiq", List.of("a b.pth"),
                        "cnn", List.of("/c"),
                        "vit", List.of("v"),
                        "name", List.of("mine")));

        assertThat(module.getInput("ahiq")).isEqualTo(new File("a b.pth"));
        assertThat(module.getInput("output")).isNull();
    }

    @Test
    void listsAndSecondNamesAreTaken() {
        Operation<DistortFiles> operation = Operation.of(DistortFiles.class);
        Input images = operation.input("images");

        var module = operation.bind(
                Map.of("images", images.split(" a.png; b c.png ;"), "out", List.of("d"), "sample", List.of("2")));

        assertThat((File[]) module.getInput("images")).containsExactly(new File("a.png"), new File("b c.png"));
        assertThat(module.getInput("output")).isEqualTo(new File("d"));
        assertThat(module.getInput("sample")).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Operation<ImportWeights> weights = Operation.of(ImportWeights.class);

        assertThatThrownBy(() -> weights.bind(Map.of("ahiq", List.of(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessage("ahiq= : expected the path of a file or folder"
                        + " (checkpoint with deform_net and regressor, *.pth or *.safetensors).");
        assertThatThrownBy(() -> weights.bind(Map.of("ahiq", List.of("a\0b"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected the path of a file or folder, but ");
        assertThatThrownBy(() -> weights.bind(Map.of("cnn", List.of("a"))))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "The key 'name' is missing: expected name=... (of the model: letters, digits, '.', '-' and '_').");
        assertThatThrownBy(() -> weights.bind(Map.of("no_hash_check", List.of("maybe"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("no_hash_check=maybe: expected true or false.");
        assertThatThrownBy(() -> Operation.of(EvaluateDataset.class).bind(Map.of("confidence", List.of("high"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("confidence=high: expected a number.");
        assertThatThrownBy(() -> Operation.of(ReproduceTable.class).bind(Map.of("split_seed", List.of("1.5"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("split=1.5: expected a whole number.");
        assertThatThrownBy(() -> Operation.of(TellVersion.class).bind(Map.of("x", List.of("1"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Unknown key 'x': expected ");
    }
}
