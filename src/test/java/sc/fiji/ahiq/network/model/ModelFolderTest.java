/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.ModelException;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ModelFolderTest {

    @TempDir
    private Path parent;

    private final AhiqModel model = new UntrainedModel("compact", CompactArchitecture.patch16(), 3);
    private Path folder;

    @BeforeEach
    void choose() {
        folder = parent.resolve("a/b");
    }

    @Test
    void aWrittenModelIsReadBack() throws IOException {
        ModelFolder.write(folder, model);

        try (ModelFolder read = ModelFolder.open(folder)) {
            assertThat(read.folder()).isEqualTo(folder);
            assertThat(read.card()).isEqualTo(model.card());
            assertThat(read.weightsSha256()).isEqualTo(Sha256.of(folder.resolve("weights.safetensors")));
            for (String name : model.card().architecture().tensorShapes().keySet()) {
                assertThat(read.tensor(name).dtype()).isEqualTo(DType.F32);
                assertThat(read.tensor(name).shape())
                        .isEqualTo(model.tensor(name).shape());
                assertThat(read.tensor(name).data())
                        .as(name)
                        .isEqualTo(model.tensor(name).data());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("model.yaml", "weights.safetensors");
        }
    }

    @Test
    void theHashIsThatOfTheStandardExample() throws IOException {
        assertThat(Sha256.of(Files.writeString(parent.resolve("abc"), "abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theCardIsWrittenForPeople() throws IOException {
        ModelFolder.write(folder, model);

        assertThat(Files.readString(folder.resolve("model.yaml")))
                .startsWith(
                        """
                        format: 1
                        name: compact
                        version: '1'
                        """)
                .contains(
                        """
                        architecture:
                          crop: 64
                          vit:
                            patch: 16
                            dim: 16
                        """)
                .contains(
                        """
                        normalization:
                          mean: 0.5
                          std: 0.5
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " leading and trailing ",
                "colon: and # hash",
                "'single' \"double\"",
                "null",
                "yes",
                "1.10",
                "0x1f",
                "2026-01-31",
                "- a list",
                "&anchor *alias !tag",
                "line\nbreak\n",
                "tab\tand \u001b[31m",
                "\u00e9 \u4e2d\u6587 \ud83d\ude00"
            })
    void anyTextOfACardIsReadBack(String text) {
        ModelCard card = model.card();
        ModelCard odd = new ModelCard(
                "compact",
                text,
                text,
                card.architecture(),
                new Normalization(0.1f, 1e-5f),
                text,
                text,
                text,
                text,
                text);
        ModelFolder.write(folder, new OtherModel(odd, model));

        try (ModelFolder read = ModelFolder.open(folder)) {
            assertThat(read.card()).isEqualTo(odd);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "F32"})
    void weightsMayHaveOtherFloatingPointTypes(DType type) {
        ModelFolder.write(folder, new OtherModel(model.card(), model) {
            @Override
            public Tensor tensor(String name) {
                return super.tensor(name).to(type);
            }
        });

        try (ModelFolder read = ModelFolder.open(folder)) {
            assertThat(read.tensor("vit.cls_token").dtype()).isEqualTo(type);
        }
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectories(folder);
        ModelFolder.write(folder, model);

        ModelFolder.open(folder).close();
    }

    @Test
    void aFolderWithFilesIsNotChanged() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> ModelFolder.write(folder, model))
                .isInstanceOf(ModelException.class)
                .hasMessage("The folder " + folder + " is not empty. Choose another one, or remove it first.");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.resolve("weights.safetensors")).doesNotExist();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> ModelFolder.write(file, model))
                .isInstanceOf(ResultsException.class)
                .hasMessage("Cannot write the model folder " + file + ": " + file + " is there already");
        assertThatThrownBy(() -> ModelFolder.write(file.resolve("below"), model))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot make the folder " + file + ": ");
    }

    @Test
    void aParentThatIsReadOnlyIsReported() {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        assertThat(parent.toFile().setWritable(false)).isTrue();

        assertThatThrownBy(() -> ModelFolder.write(folder, model))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder + ": access denied");
        assertThat(parent.toFile().setWritable(true)).isTrue();
    }

    @Test
    void weightsThatCannotBeMadeLeaveNoModel() {
        IllegalStateException failure = new IllegalStateException("no weights");
        OtherModel failing = new OtherModel(model.card(), model) {
            @Override
            public Tensor tensor(String name) {
                if (name.startsWith("regressor")) {
                    throw failure;
                }
                return super.tensor(name);
            }
        };

        assertThatThrownBy(() -> ModelFolder.write(folder, failing)).isSameAs(failure);
        assertThat(folder).doesNotExist();
        assertThat(folder.getParent()).isEmptyDirectory();
    }

    @Test
    void weightsThatCannotBeWrittenLeaveNoModel() {
        OtherModel failing = new OtherModel(model.card(), model) {
            @Override
            public Tensor tensor(String name) {
                deleteUnfinished();
                return super.tensor(name);
            }
        };

        assertThatThrownBy(() -> ModelFolder.write(folder, failing))
                .hasMessageMatching("Cannot write weights to .*/\\.ahiq-.*\\.tmp/weights\\.safetensors: .*");
        assertThat(folder.getParent()).isEmptyDirectory();
    }

    private void deleteUnfinished() {
        for (Path unfinished : ModelStore.of(folder.getParent()).unfinished()) {
            for (File file : unfinished.toFile().listFiles()) {
                assertThat(file.delete()).isTrue();
            }
            assertThat(unfinished.toFile().delete()).isTrue();
        }
    }

    /** A model whose card or tensors differ from those of another one. */
    private static class OtherModel implements AhiqModel {

        private final ModelCard card;
        private final AhiqModel model;

        OtherModel(ModelCard card, AhiqModel model) {
            this.card = card;
            this.model = model;
        }

        @Override
        public ModelCard card() {
            return card;
        }

        @Override
        public Tensor tensor(String name) {
            return model.tensor(name);
        }
    }
}
