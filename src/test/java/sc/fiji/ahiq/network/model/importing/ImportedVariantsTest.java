/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.checkpoint.Safetensors;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.InceptionResNet;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Files of every variant make that variant. */
class ImportedVariantsTest {

    /**
     * Heads of a network without a Vision Transformer tell nothing of the size of crops, which is then the published
     * one.
     */
    private static final Architecture PUBLISHED = PublishedLayout.compact(224, 8);

    @TempDir
    private Path folder;

    static Stream<Arguments> heads() {
        return Stream.of(FusionType.values()).flatMap(fusion -> Stream.of(Pooling.values())
                .map(pooling -> Arguments.of(PUBLISHED.withFusion(fusion).withPooling(pooling))));
    }

    static Stream<Arguments> branches() {
        return Stream.of(
                        new ResNet("resnet101", 8, 8, 16, false),
                        new ResNet("resnet152", 8, 8, 16, false),
                        new ResNet("resnet152", 8, 8, 16, true),
                        new HrNet(4),
                        new InceptionResNet())
                .flatMap(cnn -> Stream.of(FusionType.DEFORMABLE, FusionType.CNN)
                        .map(fusion -> Arguments.of(PUBLISHED.withCnn(cnn).withFusion(fusion))));
    }

    @ParameterizedTest
    @MethodSource({"heads", "branches"})
    void itsFilesMakeTheVariant(Architecture architecture) {
        UntrainedModel source = new UntrainedModel("source", architecture, 2);
        Optional<Pooling> pooling =
                Optional.of(architecture.regressor().pooling()).filter(kind -> kind == Pooling.BOTH);

        try (ImportedModel model = ImportedModel.open("mine", files(source), pooling, true)) {
            assertThat(model.card().architecture()).isEqualTo(architecture);
            assertThat(architecture.tensorShapes().keySet())
                    .allSatisfy(name -> assertThat(model.tensor(name).data())
                            .as(name)
                            .isEqualTo(source.tensor(name).data()));
        }
    }

    private Map<String, Path> files(UntrainedModel source) {
        PublishedLayout layout = new PublishedLayout(source);
        FusionType fusion = source.card().architecture().fusion().type();
        Map<String, Path> files = new LinkedHashMap<>();
        write(files, "ahiq", layout.ahiq());
        if (fusion.hasCnn()) {
            write(files, "cnn", layout.cnn());
        }
        if (fusion.hasVit()) {
            write(files, "vit", layout.vit());
        }
        return files;
    }

    private void write(Map<String, Path> files, String part, Map<String, Tensor> tensors) {
        Path file = folder.resolve(part + ".safetensors");
        Safetensors.write(file, tensors, Map.of());
        files.put(part, file);
    }

    @ParameterizedTest
    @EnumSource(FusionType.class)
    void aBranchThatTheHeadsDoNotTakeOrThatIsMissingIsNamed(FusionType fusion) {
        Map<String, Path> files = files(new UntrainedModel("source", PUBLISHED.withFusion(fusion), 2));
        Map<String, Path> all = files(new UntrainedModel("source", PUBLISHED, 2));
        files(new UntrainedModel("source", PUBLISHED.withFusion(fusion), 2));

        for (String branch : new String[] {"cnn", "vit"}) {
            boolean isTaken = branch.equals("cnn") ? fusion.hasCnn() : fusion.hasVit();
            Map<String, Path> wrong = new LinkedHashMap<>(files);
            if (isTaken) {
                wrong.remove(branch);
            } else {
                wrong.put(branch, all.get(branch));
            }
            assertThatThrownBy(() -> ImportedModel.open("mine", wrong, Optional.empty(), true))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageStartingWith("The AHIQ heads in " + files.get("ahiq") + " take "
                            + (isTaken ? "the" : "no") + " features of the ")
                    .hasMessageEndingWith((isTaken ? "Give it by --" : "Leave out --") + branch + ".");
        }
    }

    @Test
    void aPoolingThatTheHeadsDoNotHaveIsRefused() {
        Map<String, Path> files = files(new UntrainedModel("source", PUBLISHED, 2));

        assertThatThrownBy(() -> ImportedModel.open("mine", files, Optional.of(Pooling.SPATIAL), true))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("regressor.conv_attent.0.weight is unexpected");
    }

    @Test
    void headsAreNeeded() {
        Map<String, Path> files = files(new UntrainedModel("source", PUBLISHED, 2));
        files.remove("ahiq");

        assertThatThrownBy(() -> ImportedModel.open("mine", files, Optional.empty(), true))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Expected a file of the AHIQ heads among ");
    }
}
