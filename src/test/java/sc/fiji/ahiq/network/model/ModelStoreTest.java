/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.UsageException;

class ModelStoreTest {

    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private Path bundled;

    @BeforeEach
    void setHome() {
        properties.put("user.home", root.resolve("home").toString());
    }

    private ModelStore store(Path userFolder) {
        return ModelStore.of(userFolder, environment::get, properties::get, () -> Optional.ofNullable(bundled));
    }

    private Path model(String folder) throws IOException {
        Path model = Files.createDirectories(root.resolve(folder));
        Files.writeString(model.resolve("model.yaml"), "format: 1\nname: x\n");
        Files.writeString(model.resolve("weights.safetensors"), "");
        return model;
    }

    @Test
    void theUserFolderIsGivenByOptionEnvironmentOrHome() {
        assertThat(store(null).userFolder()).isEqualTo(root.resolve("home/.ahiq/models"));
        environment.put("AHIQ_MODELS", root.resolve("set").toString());
        assertThat(store(null).userFolder()).isEqualTo(root.resolve("set"));
        assertThat(store(root.resolve("given")).userFolder()).isEqualTo(root.resolve("given"));
        environment.put("AHIQ_MODELS", " ");
        assertThat(store(null).userFolder()).isEqualTo(root.resolve("home/.ahiq/models"));
    }

    @Test
    void aPathComesBeforeAName() throws IOException {
        Path elsewhere = model("elsewhere/mine");
        model("home/.ahiq/models/mine");

        assertThat(store(null).find(elsewhere.toString())).isEqualTo(elsewhere);
        assertThat(store(null).find("mine")).isEqualTo(root.resolve("home/.ahiq/models/mine"));
    }

    @Test
    void theUserFolderComesBeforeThatOfFiji() throws IOException {
        properties.put("imagej.dir", root.resolve("Fiji").toString());
        Path fiji = model("Fiji/models/a");
        assertThat(store(null).find("a")).isEqualTo(fiji);

        Path user = model("home/.ahiq/models/a");
        model("Fiji/models/b");
        assertThat(store(null).find("a")).isEqualTo(user);
        assertThat(store(null).list())
                .containsExactly(Map.entry("a", user), Map.entry("b", root.resolve("Fiji/models/b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImageJ", "ImageJ/plugins", "ImageJ/plugins/"})
    void theFolderOfPlainImageJIsFoundFromItsPlugins(String plugins) throws IOException {
        properties.put("plugins.dir", root + "/" + plugins);
        Path model = model("ImageJ/models/a");

        assertThat(store(null).find("a")).isEqualTo(model);
    }

    @Test
    void anUnknownModelIsExplained() throws IOException {
        Path user = root.resolve("home/.ahiq/models");
        assertThatThrownBy(() -> store(null).find("mine"))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "No model 'mine': there is no model.yaml in a folder of that path, nor in one of that name in "
                                + user
                                + ". There are no models there. 'ahiq models list' or, in ImageJ, AHIQ Models... tells which"
                                + " ones can be had.");

        properties.put("imagej.dir", root.resolve("Fiji").toString());
        model("Fiji/models/a");
        model("home/.ahiq/models/b");
        assertThatThrownBy(() -> store(null).find("ahiq-vit-b8-pipal"))
                .hasMessageContaining(user + " or " + root.resolve("Fiji/models") + ". There are b, a.")
                .hasMessageEndingWith(" To get it: ahiq models fetch ahiq-vit-b8-pipal");
        assertThatThrownBy(() -> store(null).find("\0"))
                .isInstanceOf(ModelException.class)
                .hasMessage("'?' is neither a name of a model nor a path.");
    }

    /** As the build packs the folder {@code models}. */
    private Path jar() throws IOException {
        Path made = root.resolve("made");
        ModelFolder.write(made, new UntrainedModel("bundled", CompactArchitecture.patch8(), 1));
        Path jar = Files.createDirectories(root.resolve("a b")).resolve("AHIQ_.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("official/card.yaml"));
            for (String file : new String[] {"model.yaml", "weights.safetensors"}) {
                zip.putNextEntry(new ZipEntry("official/ahiq-x/" + file));
                Files.copy(made.resolve(file), zip);
            }
        }
        bundled = BundledModels.locate(URI.create("jar:" + jar.toUri() + "!/official/card.yaml")
                        .toURL())
                .orElseThrow();
        return jar;
    }

    @Test
    void aModelInTheJarIsFoundByNameAndOpened() throws IOException {
        Path jar = jar();

        Path found = store(null).find("ahiq-x");

        assertThat(ModelStore.describe(found)).isEqualTo("jar:" + jar.toUri() + "!/official/ahiq-x");
        assertThat(store(null).list()).containsExactly(Map.entry("ahiq-x", found));
        assertThat(ModelFolder.cardText(found)).contains("name: bundled");
        UntrainedModel expected = new UntrainedModel("bundled", CompactArchitecture.patch8(), 1);
        try (ModelFolder folder = ModelFolder.open(found)) {
            folder.requireFiniteWeights();
            for (String name : folder.card().architecture().tensorShapes().keySet()) {
                assertThat(folder.tensor(name).get(0))
                        .isEqualTo(expected.tensor(name).get(0));
            }
        }
        assertThat(new ModelInventory(store(null)).list())
                .first()
                .asString()
                .startsWith("ahiq-x                    jar:file:")
                .endsWith("/official/ahiq-x: UNTRAINED pseudo-random weights for benchmarks and tests; its scores mean"
                        + " nothing.");
        try (Stream<Path> beside = Files.list(jar.getParent())) {
            assertThat(beside).containsExactly(jar);
        }
    }

    @Test
    void modelsOfTheUserComeBeforeThoseOfTheJar() throws IOException {
        jar();
        Path mine = model("home/.ahiq/models/ahiq-x");

        assertThat(store(null).find("ahiq-x")).isEqualTo(mine);
        assertThatThrownBy(() -> store(null).find("ahiq-y")).hasMessageContaining("AHIQ_.jar!/official");
    }

    @Test
    void theModelOfTheJarCountsWhereNoneIsNamed() throws IOException {
        Path mine = model("home/.ahiq/models/mine");
        for (String none : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> store(null).findOrDefault(none))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith(
                            "No model was given, and none comes with this version. Name one by --model");
        }

        jar();
        assertThat(store(null).findOrDefault(null)).isEqualTo(bundled.resolve("ahiq-x"));
        assertThat(store(null).findOrDefault("mine")).isEqualTo(mine);
    }

    @Test
    void theDefaultMinimumSizeIsThatOfThePublishedNetworkWhereNoModelComesWithTheProgram() throws IOException {
        model("home/.ahiq/models/mine");
        assertThat(store(null).defaultMinimumSize()).isEqualTo(224);

        jar();
        assertThat(store(null).defaultMinimumSize())
                .isEqualTo(CompactArchitecture.patch8().crop());
    }

    @Test
    void aProgramWithoutCardsHasNoModels() {
        assertThat(BundledModels.locate(null)).isEmpty();
    }

    @Test
    void theProgramFindsItsOwnModels() {
        Path folder = BundledModels.folder().orElseThrow();

        assertThat(folder.resolve("ahiq-vit-b16.yaml")).isRegularFile();
    }

    @Test
    void otherFoldersAreNoModels() throws IOException {
        Path user = root.resolve("home/.ahiq/models");
        Files.createDirectories(user.resolve("empty"));
        Files.writeString(Files.createDirectories(user).resolve("file"), "");
        model("home/.ahiq/models/.ahiq-1.tmp");

        assertThat(store(null).list()).isEmpty();
        assertThat(store(null).unfinished()).containsExactly(user.resolve(".ahiq-1.tmp"));
    }

    @Test
    void aModelIsRemovedWithItsFolder() throws IOException {
        Path model = model("home/.ahiq/models/mine");
        Path other = model("home/.ahiq/models/other");

        store(null).remove("mine");

        assertThat(model).doesNotExist();
        assertThat(other.resolve("model.yaml")).exists();
    }

    @Test
    void aFolderWithOtherFilesIsNotRemoved() throws IOException {
        Path model = model("home/.ahiq/models/mine");
        Files.writeString(model.resolve("notes.txt"), "");

        assertThatThrownBy(() -> store(null).remove("mine"))
                .isInstanceOf(ModelException.class)
                .hasMessage("Not removed: " + model + " holds more than a model: notes.txt. Move that away first.");
        assertThat(model.resolve("model.yaml")).exists();
        assertThat(model.resolve("weights.safetensors")).exists();
    }

    @Test
    void onlyModelsOfTheUserFolderAreRemoved() throws IOException {
        properties.put("imagej.dir", root.resolve("Fiji").toString());
        Path fiji = model("Fiji/models/a");
        Path empty = Files.createDirectories(root.resolve("home/.ahiq/models/empty"));

        for (String name : new String[] {"a", "empty", "nothing"}) {
            assertThatThrownBy(() -> store(null).remove(name))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("No model '" + name + "' to remove: expected a folder, not a link");
        }
        assertThat(fiji.resolve("model.yaml")).exists();
        assertThat(empty).exists();
        for (String name : new String[] {"..", "../models", "a/../b", ""}) {
            assertThatThrownBy(() -> store(null).remove(name))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("'" + name + "' is no name of a model");
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = model("elsewhere");
        Path link = Files.createDirectories(root.resolve("home/.ahiq/models")).resolve("link");
        try {
            Files.createSymbolicLink(link, elsewhere);
        } catch (FileSystemException e) {
            assumeTrue(false, "no symbolic links here: " + e.getMessage());
        }

        assertThatThrownBy(() -> store(null).remove("link")).isInstanceOf(ModelException.class);
        assertThat(elsewhere.resolve("model.yaml")).exists();
        assertThat(store(null).find("link")).isEqualTo(link);
    }

    @Test
    void foldersOfOthersInImageJsFolderAreLeftAlone() throws IOException {
        properties.put("imagej.dir", root.resolve("Fiji").toString());
        model("Fiji/models/mine");
        Path bioimage = Files.createDirectories(root.resolve("Fiji/models/nuclei"));
        Files.writeString(bioimage.resolve("model.yaml"), "format_version: 0.3.0\nname: nuclei\n");
        Files.createDirectories(root.resolve("Fiji/models/stardist"));

        assertThat(store(null).list()).containsOnlyKeys("mine");
        assertThat(new ModelInventory(store(null)).list()).noneMatch(line -> line.contains("cannot be read: nuclei"));
    }
}
