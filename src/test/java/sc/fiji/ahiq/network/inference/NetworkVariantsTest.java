/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.DoubleArchives;
import sc.fiji.ahiq.network.model.FusionType;
import sc.fiji.ahiq.network.model.Pooling;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** Every fusion with every pooling: the exported archive against the same network written down in plain Java. */
class NetworkVariantsTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> variants() {
        return Stream.of(FusionType.values()).flatMap(type -> Stream.of(Pooling.values())
                .flatMap(pooling -> Stream.of(CompactArchitecture.patch8(), CompactArchitecture.patch16())
                        .map(a -> Arguments.of(a.withFusion(type).withPooling(pooling)))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theArchiveIsTheNetworkOfPlainLayers(Architecture architecture) throws OutOfNativeMemoryException {
        UntrainedModel model = CompactNetworks.model(architecture);
        PlainLayers layers = new PlainLayers(name -> model.tensor(name).toFloats());
        PlainAhiq plain = new PlainAhiq(architecture, layers, new PlainResNet(layers)::firstStage);

        assertSame(model, plain);
    }

    /** In float64, with 1e-9 of the largest value for each output. */
    static void assertSame(UntrainedModel model, PlainAhiq plain) throws OutOfNativeMemoryException {
        int size = model.card().architecture().crop();
        float[] reference = CompactNetworks.uniform(1, 3 * size * size, -1, 1);
        float[] distorted = CompactNetworks.uniform(2, 3 * size * size, -1, 1);
        PlainAhiq.Output expected = plain.compare(planes(reference, size), planes(distorted, size));
        try (TorchNetwork network = TorchNetwork.load(DoubleArchives.of(model), model, CompactNetworks.cpu(), false);
                NDManager manager = network.newManager()) {
            NDList outputs = network.call(
                    "forward", network.images(manager, reference, 1), network.images(manager, distorted, 1));
            assertClose(outputs.get(0).toDoubleArray(), new double[][] {{expected.score()}});
            assertClose(outputs.get(1).toDoubleArray(), expected.patchScores());
            assertClose(outputs.get(2).toDoubleArray(), expected.patchWeights());
        }
    }

    private static double[][][] planes(float[] pixels, int size) {
        double[][][] planes = new double[3][size][size];
        for (int i = 0; i < pixels.length; i++) {
            planes[i / (size * size)][i / size % size][i % size] = pixels[i];
        }
        return planes;
    }

    private static void assertClose(double[] actual, double[][] expected) {
        double[] flat = Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray();
        double largest = DoubleStream.of(flat).map(Math::abs).max().orElseThrow();
        assertThat(largest).isPositive();
        assertThat(actual).hasSameSizeAs(flat);
        for (int i = 0; i < flat.length; i++) {
            assertThat(actual[i]).isCloseTo(flat[i], within(TOLERANCE * largest));
        }
    }

    /** Encoded references, batches, shared references and maps as with the published network. */
    @ParameterizedTest
    @MethodSource("variants")
    void cropsAreComparedWithEncodedReferences(Architecture architecture) {
        try (Network network = CompactNetworks.open(architecture, 2);
                ReferenceCrops kept = network.reference(CompactNetworks.crops(architecture, 1), 3, true);
                ReferenceCrops fresh = network.reference(CompactNetworks.crops(architecture, 1), 3, false)) {
            CropSource distorted = CompactNetworks.crops(architecture, 2);
            List<CropOutput> first = network.compare(kept, distorted, Progress.NONE);

            for (CropOutput crop : first) {
                assertThat(crop.patchScores()).hasSize(architecture.grid() * architecture.grid());
                assertThat(weightedMean(crop)).isCloseTo(crop.score(), within(1e-5));
            }
            assertThat(network.compare(kept, distorted, Progress.NONE))
                    .usingRecursiveComparison()
                    .isEqualTo(first);
            assertThat(network.compare(fresh, distorted, Progress.NONE))
                    .usingRecursiveComparison()
                    .isEqualTo(first);
        }
    }

    private static double weightedMean(CropOutput crop) {
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < crop.patchScores().length; i++) {
            weighted += (double) crop.patchScores()[i] * crop.patchWeights()[i];
            sum += crop.patchWeights()[i];
        }
        return weighted / sum;
    }
}
