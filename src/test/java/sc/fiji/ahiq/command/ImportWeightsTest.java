/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.importing.PublishedLayout;
import sc.fiji.ahiq.network.tensor.Tensor;

class ImportWeightsTest {

    private static final UntrainedModel MODEL = new UntrainedModel("source", PublishedLayout.compact(64, 8), 2);

    @TempDir
    private Path folder;

    private final CommandInfo info = new CommandInfo(ImportWeights.class);
    private Module module;

    @BeforeEach
    void setInputs() throws ModuleException {
        module = info.createModule();
        PublishedLayout layout = new PublishedLayout(MODEL);
        module.setInput("ahiq", write("ahiq", layout.ahiq()));
        module.setInput("cnn", write("cnn", layout.cnn()));
        module.setInput("vit", write("vit", layout.vit()));
        module.setInput("name", "mine");
        module.setInput("models", folder.resolve("models").toFile());
    }

    private File write(String name, Map<String, Tensor> tensors) {
        Path file = folder.resolve(name + ".safetensors");
        Safetensors.write(file, tensors, Map.of());
        return file.toFile();
    }

    @Test
    void theModelGoesToTheFolderOfModels() {
        module.run();

        Path made = folder.resolve("models/mine");
        assertThat(module.getOutput("folder")).isEqualTo(made.toFile());
        assertThat(module.getOutput("report").toString())
                .startsWith("Made " + made + ": AHIQ with")
                .contains("Note: ");
        try (ModelFolder read = ModelFolder.open(made)) {
            assertThat(read.card().name()).isEqualTo("mine");
        }
    }

    @Test
    void scriptsRunItThroughTheCommandService() throws Exception {
        try (Context context = new Context(CommandService.class)) {
            Module run = context.service(CommandService.class)
                    .run(ImportWeights.class, true, module.getInputs())
                    .get();

            assertThat(run.getOutput("folder"))
                    .isEqualTo(folder.resolve("models/mine").toFile());
        }
        assertThat(folder.resolve("models/mine/model.yaml")).exists();
    }

    @Test
    void aBackboneBecomesANetworkOfDifferences() throws ModuleException {
        UntrainedModel lite = new UntrainedModel("any", DifferenceArchitecture.standard(), 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        lite.card().design().tensorShapes().keySet().stream()
                .filter(name -> name.startsWith("backbone."))
                .forEach(name -> tensors.put(name.substring("backbone.".length()), lite.tensor(name)));
        Module other = info.createModule();
        other.setInput("metric", "differences");
        other.setInput("name", "lite");
        other.setInput("models", folder.resolve("models").toFile());
        assertThatThrownBy(other::run)
                .isInstanceOf(UsageException.class)
                .hasMessage("A file is missing: expected the key backbone with the file of EfficientNet-Lite0.");

        other.setInput("backbone", write("lite0", tensors));
        other.run();

        try (ModelFolder read = ModelFolder.open(folder.resolve("models/lite"))) {
            assertThat(read.card().design()).isEqualTo(DifferenceArchitecture.standard());
            assertThat(read.card().licence()).isEqualTo("Apache-2.0");
            read.requireFiniteWeights();
        }
    }

    @Test
    void theModelGoesToTheOutputFolder() {
        module.setInput("output", folder.resolve("out").toFile());
        module.run();

        assertThat(module.getOutput("folder")).isEqualTo(folder.resolve("out").toFile());
        assertThat(folder.resolve("out/model.yaml")).exists();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void theCheckOfHashesInNamesCanBeLeftOut() {
        module.setInput("cnn", write("cnn-01234567", new PublishedLayout(MODEL).cnn()));
        assertThatThrownBy(module::run)
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("by its name, its SHA-256 begins with 01234567");
        assertThat(folder.resolve("models")).doesNotExist();

        module.setInput("no_hash_check", true);
        module.run();
        assertThat(folder.resolve("models/mine/model.yaml")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imagenet | The normalisation 'imagenet', which another port of AHIQ uses",
                "other    | Unknown normalisation 'other': expected published.",
            })
    void onlyThePublishedNormalisationIsAccepted(String normalization, String problem) {
        module.setInput("normalization", normalization);

        assertThatThrownBy(module::run).isInstanceOf(UsageException.class).hasMessageStartingWith(problem);
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void noInputPersistsAndAllAreDescribed() {
        assertThat(StreamSupport.stream(info.inputs().spliterator(), false))
                .hasSize(17)
                .allSatisfy(input -> {
                    assertThat(input.isPersisted()).as(input.getName()).isFalse();
                    assertThat(input.getLabel()).as(input.getName()).isNotBlank();
                    assertThat(input.getDescription()).as(input.getName()).isNotBlank();
                    assertThat(input.getName()).matches("[a-z_]+");
                });
        assertThat(StreamSupport.stream(info.inputs().spliterator(), false)
                        .filter(ModuleItem::isRequired)
                        .map(ModuleItem::getName))
                .containsExactly("name");
    }

    @Test
    void theIndexOfPluginsNamesTheCommand() throws Exception {
        Path classes = Path.of(ImportWeights.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String index = Files.readString(classes.resolve("META-INF/json/org.scijava.plugin.Plugin"));

        assertThat(index)
                .contains("\"class\":\"sc.fiji.ahiq.command.ImportWeights\"")
                .contains("\"headless\":true")
                .contains("\"visible\":false")
                .contains("no-record");
    }
}
