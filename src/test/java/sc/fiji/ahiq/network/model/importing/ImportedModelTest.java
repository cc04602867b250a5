/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.model.WeightSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ImportedModelTest {

    private static final Architecture ARCHITECTURE = PublishedLayout.compact(64, 8);
    private static final UntrainedModel MODEL = new UntrainedModel("source", ARCHITECTURE, 2);
    private static final PublishedLayout LAYOUT = new PublishedLayout(MODEL);

    @TempDir
    private Path folder;

    private Path ahiq;
    private Path cnn;
    private Path vit;

    @BeforeEach
    void choose() {
        ahiq = folder.resolve("AHIQ_vit_p8.safetensors");
        cnn = folder.resolve("resnet50.safetensors");
        vit = folder.resolve("vit_base_patch8_224.augreg_in21k_ft_in1k.safetensors");
        Safetensors.write(ahiq, LAYOUT.ahiq(), Map.of());
        Safetensors.write(cnn, LAYOUT.cnn(), Map.of());
        Safetensors.write(vit, LAYOUT.vit(), Map.of());
    }

    private ImportedModel open() {
        return PublishedLayout.open("mine", ahiq, cnn, vit, true);
    }

    private void assertRefused(String... fragments) {
        assertThatThrownBy(() -> open().close())
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(fragments);
    }

    private static Map<String, Tensor> changed(Map<String, Tensor> tensors, Consumer<Map<String, Tensor>> change) {
        Map<String, Tensor> copy = new LinkedHashMap<>(tensors);
        change.accept(copy);
        return copy;
    }

    private static Map<String, Tensor> prefixed(Map<String, Tensor> tensors, String prefix) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> renamed.put(prefix + name, tensor));
        return renamed;
    }

    private static void assertHasAllTensors(ImportedModel model) {
        for (String name : ARCHITECTURE.tensorShapes().keySet()) {
            assertThat(model.tensor(name).dtype()).isEqualTo(DType.F32);
            assertThat(model.tensor(name).shape())
                    .as(name)
                    .isEqualTo(MODEL.tensor(name).shape());
            assertThat(model.tensor(name).data())
                    .as(name)
                    .isEqualTo(MODEL.tensor(name).data());
        }
    }

    @Test
    void threeFilesMakeAModel() throws IOException {
        try (ImportedModel model = open()) {
            assertHasAllTensors(model);
            assertThat(model.notes()).isEmpty();
            assertThat(model.card().name()).isEqualTo("mine");
            assertThat(model.card().architecture()).isEqualTo(ARCHITECTURE);
            assertThat(model.card().normalization()).isEqualTo(Normalization.PUBLISHED);
            assertThat(model.card().description())
                    .isEqualTo("AHIQ with a Vision Transformer of patch size 8 and resnet50, imported from"
                            + " AHIQ_vit_p8.safetensors.");
            assertThat(model.card().sources())
                    .containsExactly(
                            new WeightSource("ahiq", "AHIQ_vit_p8.safetensors", Sha256.of(ahiq)),
                            new WeightSource("cnn", "resnet50.safetensors", Sha256.of(cnn)),
                            new WeightSource("vit", vit.getFileName().toString(), Sha256.of(vit)));
        }
    }

    @Test
    void onlyWhatTheNetworkNeedsIsStored() throws IOException {
        Path target = folder.resolve("models/mine");
        try (ImportedModel model = open()) {
            ModelFolder.write(target, model);
            try (ModelFolder read = ModelFolder.open(target)) {
                assertThat(read.card()).isEqualTo(model.card());
            }
        }
        Path untrained = folder.resolve("untrained");
        ModelFolder.write(untrained, MODEL);
        assertThat(target.resolve("weights.safetensors"))
                .hasSameBinaryContentAs(untrained.resolve("weights.safetensors"));
    }

    @Test
    void aNetworkWithLargerPatchesIsFound() {
        Architecture architecture = PublishedLayout.compact(64, 16);
        PublishedLayout layout = new PublishedLayout(new UntrainedModel("p16", architecture, 1));
        Safetensors.write(ahiq, layout.ahiq(), Map.of());
        Safetensors.write(vit, layout.vit(), Map.of());

        try (ImportedModel model = open()) {
            assertThat(model.card().architecture()).isEqualTo(architecture);
            assertThat(model.notes())
                    .containsExactly(
                            "By its name, AHIQ_vit_p8.safetensors was trained with a Vision Transformer of patch"
                                    + " size 8, but the one given has 16. Together they give wrong scores.");
        }
    }

    @Test
    void aFileIsTakenForWhatItHolds() {
        try (ImportedModel model = PublishedLayout.open("mine", vit, ahiq, cnn, true)) {
            assertHasAllTensors(model);
            assertThat(model.notes())
                    .containsExactlyInAnyOrder(
                            vit
                                    + " was given as the AHIQ heads, but its tensors are those of the Vision Transformer; it was"
                                    + " taken as that.",
                            ahiq
                                    + " was given as the CNN, but its tensors are those of the AHIQ heads; it was taken as"
                                    + " that.",
                            cnn
                                    + " was given as the Vision Transformer, but its tensors are those of the CNN; it was"
                                    + " taken as that.");
        }
    }

    @Test
    void twoFilesOfOnePartAreRefused() {
        assertThatThrownBy(() -> PublishedLayout.open("mine", ahiq, cnn, cnn, true))
                .isInstanceOf(WeightsException.class)
                .hasMessage(
                        "Both " + cnn + " and " + cnn + " hold the weights of the CNN; expected one file each of the"
                                + " AHIQ heads, a CNN and a Vision Transformer. Check which file was given for which.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.", "params.", "model.", "state_dict.", "state_dict.module.", "params.model."})
    void prefixesAreTakenOff(String prefix) {
        Safetensors.write(cnn, prefixed(LAYOUT.cnn(), prefix), Map.of());
        Safetensors.write(vit, prefixed(LAYOUT.vit(), prefix), Map.of());

        try (ImportedModel model = open()) {
            assertHasAllTensors(model);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "params.deform_net., params.regressor.",
        "deform_net_model_state_dict.module., regressor_model_state_dict.module.",
        "state_dict.deform_net.module., state_dict.regressor.module."
    })
    void headsMayHaveOtherPrefixes(String deformNet, String regressor) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        LAYOUT.ahiq()
                .forEach((name, tensor) -> renamed.put(
                        name.replaceFirst("^deform_net_model_state_dict\\.", deformNet)
                                .replaceFirst("^regressor_model_state_dict\\.", regressor),
                        tensor));
        Safetensors.write(ahiq, renamed, Map.of());

        try (ImportedModel model = open()) {
            assertHasAllTensors(model);
        }
    }

    @Test
    void twoTensorsOfOnePlainNameAreRefused() {
        Safetensors.write(
                cnn,
                changed(LAYOUT.cnn(), tensors -> tensors.put("module.bn1.weight", tensors.get("bn1.weight"))),
                Map.of());

        assertRefused(
                "Cannot import " + cnn + ": its tensors ", " have the same name bn1.weight without their prefixes");
    }

    @Test
    void missingUnexpectedAndWronglyShapedTensorsAreNamedFileByFile() {
        Safetensors.write(
                cnn,
                changed(LAYOUT.cnn(), tensors -> {
                    tensors.remove("layer1.2.bn3.running_var");
                    tensors.put("layer1.2.se.fc.weight", Tensor.of(new float[1]));
                }),
                Map.of());
        Safetensors.write(
                vit,
                changed(LAYOUT.vit(), tensors -> {
                    tensors.put("blocks.1.norm1.weight", Tensor.of(new float[64], 64));
                    tensors.put("blocks.1.ls1.gamma\u001b", Tensor.of(new float[1]));
                }),
                Map.of());

        assertThatThrownBy(() -> open().close())
                .isInstanceOf(WeightsException.class)
                .hasMessage("Cannot import " + cnn
                        + " as the CNN: layer1.2.bn3.running_var is missing (expected shape [16]);"
                        + " layer1.2.se.fc.weight is unexpected. Cannot import " + vit
                        + " as the Vision Transformer: blocks.1.norm1.weight is F32[64], expected floating point of shape"
                        + " [128]; blocks.1.ls1.gamma? is unexpected. It is another network, or the files do not belong"
                        + " together.");
    }

    @Test
    void ofManyProblemsTheFirstAreNamed() {
        Safetensors.write(
                ahiq,
                changed(LAYOUT.ahiq(), tensors -> tensors.keySet().removeIf(name -> name.endsWith(".bias"))),
                Map.of());

        assertRefused("deform_net.conv_offset.bias is missing (expected shape [18])", "; and 2 more. It is another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patch_embed.proj.weight | the tensor patch_embed.proj.weight is missing",
                "cls_token               | the tensor cls_token is missing",
                "pos_embed               | the tensor pos_embed is missing",
                "blocks.0.mlp.fc1.weight | the tensor blocks.0.mlp.fc1.weight is missing",
            })
    void tensorsThatTellTheArchitectureAreNeeded(String name, String problem) {
        Safetensors.write(vit, changed(LAYOUT.vit(), tensors -> tensors.remove(name)), Map.of());

        assertRefused("Cannot import " + vit + " as the Vision Transformer: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "66 | 128 | pos_embed has 66 positions, expected 1 for the class token and a square number",
                "65 | 100 | its tokens have 100 channels, which is no multiple of the 64 of an attention head",
                "65 | 192 | take 256 channels of Vision Transformer features, which is no multiple of the 192 channels",
            })
    void shapesThatContradictEachOtherAreRefused(int positions, int dim, String problem) {
        Safetensors.write(
                vit,
                changed(LAYOUT.vit(), tensors -> {
                    tensors.put("pos_embed", Tensor.of(new float[positions * dim], 1, positions, dim));
                    tensors.put("cls_token", Tensor.of(new float[dim], 1, 1, dim));
                }),
                Map.of());

        assertRefused(problem);
    }

    @Test
    void patchesThatDoNotFitTheCnnAreRefused() {
        Safetensors.write(
                vit,
                changed(
                        LAYOUT.vit(),
                        tensors ->
                                tensors.put("patch_embed.proj.weight", Tensor.of(new float[128 * 48], 128, 3, 4, 4))),
                Map.of());

        assertRefused(
                "Cannot make a network of " + ahiq + " and " + cnn + " and " + vit
                        + ": vit.patch 4 does not fit the CNN",
                "Check that the files belong together.");
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        Safetensors.write(
                vit,
                Map.of("encoder.layers.0.weight", Tensor.of(new float[1]), "class_token", Tensor.of(new float[1])),
                Map.of());

        assertRefused(
                "Cannot import " + vit + ": expected the weights of one part, the AHIQ heads, a CNN or a Vision"
                        + " Transformer, by the names that their published files have; found 2 tensors of something else,"
                        + " such as ",
                "encoder.layers.0.weight");
    }

    @Test
    void aFileOfSeveralPartsIsRefused() {
        Safetensors.write(vit, changed(LAYOUT.vit(), tensors -> tensors.putAll(LAYOUT.cnn())), Map.of());

        assertRefused("found the CNN and the Vision Transformer together. Give a file for each.");
    }

    @Test
    void aHashInTheNameMustBeThatOfTheFile() throws IOException {
        Path right = folder.resolve("resnet50-" + Sha256.of(cnn).substring(0, 8) + ".pth");
        Path again = folder.resolve("resnet50-" + Sha256.of(cnn).substring(0, 8) + " (1).pth");
        Path wrong = folder.resolve("resnet50_a1_0-14fe96d1.pth");
        for (Path copy : List.of(right, again, wrong)) {
            Files.copy(cnn, copy);
        }

        PublishedLayout.open("mine", ahiq, right, vit, true).close();
        PublishedLayout.open("mine", ahiq, again, vit, true).close();
        PublishedLayout.open("mine", ahiq, wrong, vit, false).close();
        cnn = wrong;
        assertRefused("Cannot import " + wrong + ": by its name, its SHA-256 begins with 14fe96d1, but it is "
                + Sha256.of(wrong) + ". The file is damaged, was changed or was renamed: download it again.");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(float value) {
        Safetensors.write(
                ahiq,
                changed(LAYOUT.ahiq(), tensors -> {
                    float[] bias = tensors.get("regressor_model_state_dict.conv1.0.bias")
                            .toFloats();
                    bias[3] = value;
                    tensors.put("regressor_model_state_dict.conv1.0.bias", Tensor.of(bias, bias.length));
                }),
                Map.of());
        Path target = folder.resolve("model");

        try (ImportedModel model = open()) {
            assertThatThrownBy(() -> ModelFolder.write(target, model))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageStartingWith(
                            "Cannot import " + ahiq + ": element 3 of regressor_model_state_dict.conv1.0.bias is "
                                    + value + ", expected a finite");
        }
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16", "F64"})
    void otherFloatingPointTypesBecomeFloat32(DType type) {
        Tensor half = MODEL.tensor("cnn.conv1.weight").to(DType.F16);
        ByteBuffer data =
                ByteBuffer.allocate(half.elementCount() * type.sizeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < half.elementCount(); i++) {
            switch (type) {
                case F16 -> data.putShort(half.data().getShort(2 * i));
                case BF16 -> data.putShort((short) (Float.floatToIntBits((float) half.get(i)) >>> 16));
                default -> data.putDouble(half.get(i));
            }
        }
        Tensor stored = new Tensor(type, half.shape(), data.flip());
        Safetensors.write(cnn, changed(LAYOUT.cnn(), tensors -> tensors.put("conv1.weight", stored)), Map.of());

        try (ImportedModel model = open()) {
            Tensor found = model.tensor("cnn.conv1.weight");
            assertThat(found.dtype()).isEqualTo(DType.F32);
            assertThat(found.toFloats()).isEqualTo(stored.toFloats());
        }
    }

    @Test
    void integersAreRefused() {
        Tensor integers = new Tensor(DType.I32, new long[] {8}, ByteBuffer.allocate(32));
        Safetensors.write(cnn, changed(LAYOUT.cnn(), tensors -> tensors.put("bn1.bias", integers)), Map.of());

        assertRefused("bn1.bias is I32[8], expected floating point of shape [8].");
    }

    @Test
    void augreg2IsNamed() throws IOException {
        Path folderOfHub = Files.createDirectories(
                folder.resolve("models--timm--vit_base_patch8_224.augreg2_in21k_ft_in1k/snapshots/9c48fc9"));
        vit = Files.copy(vit, folderOfHub.resolve("model.safetensors"));

        try (ImportedModel model = open()) {
            assertThat(model.notes())
                    .containsExactly(vit + " looks like the augreg2 Vision Transformer, today's default of timm. The"
                            + " published heads were trained with augreg_in21k_ft_in1k; with augreg2 their scores are"
                            + " wrong.");
        }
    }

    @Test
    void augreg2IsNamedByMetadata() {
        vit = folder.resolve("vit.safetensors");
        Safetensors.write(vit, LAYOUT.vit(), Map.of("architecture", "vit_base_patch8_224.augreg2_in21k_ft_in1k"));

        try (ImportedModel model = open()) {
            assertThat(model.notes()).singleElement().asString().contains("looks like the augreg2");
        }
    }

    @Test
    void aVisionTransformerThatTellsNothingIsNamed() throws IOException {
        vit = Files.copy(vit, folder.resolve("model.safetensors"));

        try (ImportedModel model = open()) {
            assertThat(model.notes())
                    .containsExactly("Neither name nor metadata of model.safetensors tell which training of the Vision"
                            + " Transformer it is. The published heads need augreg_in21k_ft_in1k; timm's default is now"
                            + " augreg2, which has the same names and shapes but gives wrong scores.");
        }
    }

    @Test
    void aVisionTransformerOfOtherClassesIsNamed() {
        Safetensors.write(
                vit,
                changed(LAYOUT.vit(), tensors -> tensors.put("head.weight", Tensor.of(new float[128], 1, 128))),
                Map.of());

        try (ImportedModel model = open()) {
            assertThat(model.notes()).singleElement().asString().contains("classifies 1 classes, not the 1000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../evil", "a/b", ".hidden", "a b"})
    void namesAreChecked(String name) {
        assertThatThrownBy(() -> PublishedLayout.open(name, ahiq, cnn, vit, true))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("'" + name + "' is no name of a model: expected up to 100 letters");
    }

    @Test
    void aMissingFileIsNamed() {
        cnn = folder.resolve("nowhere.pth");

        assertRefused(cnn + ": expected a file, found nothing");
    }
}
