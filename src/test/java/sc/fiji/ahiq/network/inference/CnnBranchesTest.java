/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.network.cnn.CnnBranch;
import sc.fiji.ahiq.network.cnn.HrNet;
import sc.fiji.ahiq.network.cnn.InceptionResNet;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** Networks with each CNN: the exported archive against the same network written down in plain Java. */
class CnnBranchesTest {

    private static final Architecture SMALL = CompactArchitecture.patch8();
    private static final Architecture LARGE = CompactArchitecture.patch16();

    static Stream<Arguments> branches() {
        ResNet deep = new ResNet("resnet152", 8, 8, 16, true);
        Function<PlainLayers, UnaryOperator<double[][][]>> first = layers -> new PlainResNet(layers)::firstStage;
        Function<PlainLayers, UnaryOperator<double[][][]>> second = layers -> new PlainResNet(layers)::secondStage;
        Function<PlainLayers, UnaryOperator<double[][][]>> high = layers -> new PlainHrNet(layers)::features;
        Function<PlainLayers, UnaryOperator<double[][][]>> inception = layers -> new PlainInception(layers)::features;
        return Stream.of(
                Arguments.of(SMALL.withCnn(new ResNet("resnet101", 8, 8, 16, false)), first),
                Arguments.of(SMALL.withCnn(new ResNet("resnet152", 8, 8, 16, false)), first),
                Arguments.of(SMALL.withCnn(deep), second),
                Arguments.of(LARGE.withCnn(deep), second),
                Arguments.of(SMALL.withCnn(deep).withFusion(FusionType.CNN), second),
                Arguments.of(SMALL.withCnn(new HrNet(2)), high),
                Arguments.of(LARGE.withCnn(new HrNet(3)).withFusion(FusionType.CONCAT), high),
                Arguments.of(LARGE.withCnn(new InceptionResNet()).withFusion(FusionType.CONCAT), inception));
    }

    @ParameterizedTest
    @MethodSource("branches")
    void theArchiveIsTheNetworkOfPlainLayers(
            Architecture architecture, Function<PlainLayers, UnaryOperator<double[][][]>> branch)
            throws OutOfNativeMemoryException {
        UntrainedModel model = CompactNetworks.model(architecture);
        PlainLayers layers = new PlainLayers(name -> model.tensor(name).toFloats());

        NetworkVariantsTest.assertSame(model, new PlainAhiq(architecture, layers, branch.apply(layers)));
    }

    @ParameterizedTest
    @MethodSource("branches")
    void statisticsAreInTheOrderOfTheTensors(Architecture architecture) throws OutOfNativeMemoryException {
        CnnBranch cnn = architecture.cnn();
        List<Long> channels = architecture.tensorShapes().entrySet().stream()
                .filter(tensor -> tensor.getKey().endsWith(".running_mean"))
                .map(tensor -> tensor.getValue()[0])
                .toList();
        int size = architecture.crop();
        try (TorchNetwork network = CompactNetworks.stages(architecture, Precision.FLOAT32);
                NDManager manager = network.newManager()) {
            float[] pixels = CompactNetworks.uniform(1, 2 * 3 * size * size, -1, 1);
            NDArray images = network.images(manager, pixels, 2);
            NDList statistics = network.call("batch_statistics", images);

            assertThat(statistics.stream().map(s -> s.getShape().get(1)).toList())
                    .isEqualTo(channels);
            assertThat(statistics)
                    .allSatisfy(s -> assertThat(s.get(1).min().getFloat()).isNotNegative());
            assertThat(network.call("cnn_features", images).get(0).getShape())
                    .isEqualTo(new Shape(2, size / cnn.stride(), size / cnn.stride(), cnn.channels()));
        }
    }
}
