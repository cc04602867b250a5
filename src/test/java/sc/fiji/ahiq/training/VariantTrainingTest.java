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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.yaml.YamlMap;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.InceptionResNet;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.ModelFolder;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Every variant of the network learns, from scratch and all of it. */
class VariantTrainingTest {

    private static final Architecture COMPACT = CompactArchitecture.patch8();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writePairs() throws IOException {
        ToyPairs.write(shared.resolve("images"), 2, 4);
    }

    static Stream<Architecture> variants() {
        Stream<Architecture> heads = Stream.of(FusionType.values()).flatMap(fusion -> Stream.of(Pooling.values())
                .map(pooling -> COMPACT.withFusion(fusion).withPooling(pooling)));
        Stream<Architecture> branches = Stream.of(
                        new ResNet("resnet152", 8, 8, 16, true), new HrNet(4), new InceptionResNet())
                .map(COMPACT::withCnn);
        return Stream.concat(heads, branches.map(a -> a.withFusion(FusionType.CONCAT)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void oneStepChangesEveryTrainedTensor(Architecture architecture) throws IOException {
        Map<String, Tensor> start = InitialWeights.of(architecture, 1);

        run(architecture, 1, "freeze: []\n");

        try (ModelFolder trained = ModelFolder.open(folder.resolve("out/model"))) {
            assertThat(trained.card().architecture()).isEqualTo(architecture);
            assertThat(architecture.tensorShapes().keySet())
                    .allSatisfy(name -> assertThat(trained.tensor(name).toFloats())
                            .as(name)
                            .isNotEqualTo(start.get(name).toFloats()));
        }
    }

    static Stream<Architecture> tableRows() {
        return variants()
                .filter(a -> a.fusion().type() == FusionType.DEFORMABLE
                        || a.regressor().pooling() == Pooling.PATCH);
    }

    /** The deeper the CNN, the smaller the steps that it can take. */
    @ParameterizedTest
    @MethodSource("tableRows")
    void theLossFalls(Architecture architecture) throws IOException {
        boolean isDeep = !architecture.cnn().name().equals("resnet50");
        List<StepReport> reports = run(
                architecture,
                16,
                "optimizer: {rate: " + (isDeep ? "1e-3" : "5e-3") + ", max_gradient_norm: 1}\n"
                        + "schedule: {warmup_steps: 2}\n");

        double first = reports.get(0).loss();
        double last = reports.stream()
                .skip(12)
                .mapToDouble(StepReport::loss)
                .average()
                .orElseThrow();
        assertThat(last).isLessThan(isDeep ? 0.97 * first : 0.8 * first);
    }

    @Test
    void aNetworkOfOneBranchHasOtherPartsToFreeze() throws IOException {
        assertThatThrownBy(() -> run(COMPACT.withFusion(FusionType.VIT), 1, "freeze: [vit, regressor, cnn]\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a part of the network that is left to train, but freeze names all that it has:"
                        + " vit, regressor.");
        List<StepReport> reports = run(COMPACT.withFusion(FusionType.CNN), 1, "freeze: [vit, cnn]\n");

        assertThat(reports).hasSize(1);
    }

    /** All eight pairs in every step, from scratch. */
    private List<StepReport> run(Architecture architecture, int steps, String more) throws IOException {
        String config = "name: toy\noutput: out\ntrain: {manifest: '" + shared.resolve("images/pairs.csv")
                + "'}\nvalidation: {fraction: 0}\nbatch: 8\npairs_per_reference: 4\ndevice: cpu\nsteps: " + steps + "\n"
                + more
                + YamlMap.print(Map.of("start", Map.of("architecture", architecture.toYaml())));
        Path file = Files.writeString(folder.resolve("config.yaml"), config);
        List<StepReport> reports = new ArrayList<>();
        Training.run(
                TrainingConfig.read(file),
                ModelStore.of(folder.resolve("models")),
                EngineSettings.defaults(),
                false,
                Progress.NONE,
                reports::add);
        return reports;
    }
}
