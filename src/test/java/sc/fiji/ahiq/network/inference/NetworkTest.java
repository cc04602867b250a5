/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Compact networks in the real engine, on the CPU. */
class NetworkTest {

    private static final int COUNT = 7;

    /** Float32 sums in another order, for scores of magnitude 1. */
    private static final double ROUNDING = 1e-5;

    static Stream<Architecture> architectures() {
        return Stream.of(CompactArchitecture.patch8(), CompactArchitecture.patch16());
    }

    private static List<CropOutput> compare(Network network, CropSource reference, CropSource distorted, int count) {
        try (ReferenceCrops crops = network.reference(reference, count, false)) {
            return network.compare(crops, distorted, Progress.NONE);
        }
    }

    private static List<CropOutput> compare(Architecture architecture, int batch) {
        try (Network network = CompactNetworks.open(architecture, batch)) {
            return compare(
                    network, CompactNetworks.crops(architecture, 1), CompactNetworks.crops(architecture, 2), COUNT);
        }
    }

    @ParameterizedTest
    @CsvSource({"32, 8", "32, 16", "32, 32", "64, 8", "64, 16", "96, 24", "96, 48"})
    void theScoreIsTheWeightedMeanOfThePatchScores(int crop, int patch) {
        Architecture architecture = CompactArchitecture.of(crop, patch);
        int patches = (crop / patch) * (crop / patch);

        assertThat(compare(architecture, 3)).hasSize(COUNT).allSatisfy(output -> {
            assertThat(output.patchScores()).hasSize(patches);
            assertThat(output.patchWeights()).hasSize(patches);
            double weighted = 0;
            double weights = 0;
            for (int i = 0; i < patches; i++) {
                assertThat(output.patchScores()[i]).isFinite();
                assertThat(output.patchWeights()[i]).isStrictlyBetween(0f, 1f);
                weighted += (double) output.patchScores()[i] * output.patchWeights()[i];
                weights += output.patchWeights()[i];
            }
            assertThat((double) output.score()).isCloseTo(weighted / weights, within(ROUNDING));
        });
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theSameCallGivesTheSameBits(Architecture architecture) {
        assertSame(compare(architecture, 3), compare(architecture, 3));
    }

    private static void assertSame(List<CropOutput> actual, List<CropOutput> expected) {
        assertThat(actual).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void scoresDoNotDependOnTheBatch(Architecture architecture) {
        List<CropOutput> single = compare(architecture, 1);

        for (int batch = 2; batch <= 4; batch++) {
            assertClose(compare(architecture, batch), single);
        }
    }

    private static void assertClose(List<CropOutput> actual, List<CropOutput> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat((double) actual.get(i).score()).isCloseTo(expected.get(i).score(), within(ROUNDING));
            assertThat(Statistics.largestDifference(
                            actual.get(i).patchScores(), expected.get(i).patchScores()))
                    .isLessThan(10 * ROUNDING);
            assertThat(Statistics.largestDifference(
                            actual.get(i).patchWeights(), expected.get(i).patchWeights()))
                    .isLessThan(ROUNDING);
        }
    }

    @Test
    void scoresDoNotDependOnTheOtherCropsOfABatch() {
        Architecture architecture = CompactArchitecture.patch8();
        CropSource reference = CompactNetworks.crops(architecture, 1);
        CropSource distorted = CompactNetworks.crops(architecture, 2);
        int[] order = {3, 0, 2, 1};
        try (Network network = CompactNetworks.open(architecture, 4)) {
            List<CropOutput> straight = compare(network, reference, distorted, 4);
            List<CropOutput> permuted = compare(network, permuted(reference, order), permuted(distorted, order), 4);

            assertClose(permuted, Stream.of(3, 0, 2, 1).map(straight::get).toList());
            assertThat(straight).extracting(CropOutput::score).doesNotHaveDuplicates();
        }
    }

    private static CropSource permuted(CropSource source, int[] order) {
        return (index, target, offset) -> source.read(order[index], target, offset);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void keptReferencesGiveTheSameBits(Architecture architecture) {
        List<CropOutput> expected = compare(architecture, 3);
        CropSource source = CompactNetworks.crops(architecture, 1);
        long batchBytes = 3 * bytesPerCrop(architecture);
        try (Network network = CompactNetworks.open(architecture, 3);
                ReferenceCrops all = network.reference(source, COUNT, true);
                ReferenceCrops some = new ReferenceCrops(source, COUNT, new FeatureBudget(batchBytes))) {
            for (ReferenceCrops reference : List.of(all, all, some, some)) {
                assertSame(network.compare(reference, CompactNetworks.crops(architecture, 2), Progress.NONE), expected);
            }
            int onceForAll = COUNT;
            int onceForSomeAndAgainBeyondTheBudget = COUNT + COUNT - 3;
            assertThat(network.encodedCrops()).isEqualTo(onceForAll + onceForSomeAndAgainBeyondTheBudget);
        }
    }

    /** Offsets at the size of the CNN features and joined features at that of the patches, in float32. */
    private static long bytesPerCrop(Architecture a) {
        int size = a.crop() / 4;
        return 4L * (18 * size * size + a.regressor().down() * a.grid() * a.grid());
    }

    @Test
    void theBatchIsChosenByMemoryWhereNoneIsGiven() {
        try (Network network = Network.open(
                CompactNetworks.model(CompactArchitecture.patch8()), CompactNetworks.options(OptionalInt.empty()))) {
            assertThat(network.batch()).isBetween(1, 4);
        }
    }

    @Test
    void aNetworkTellsWhereItRuns() {
        try (Network network = CompactNetworks.open(CompactArchitecture.patch8(), 2)) {
            assertThat(network.architecture()).isEqualTo(CompactArchitecture.patch8());
            assertThat(network.device()).isEqualTo("cpu");
            assertThat(network.engine()).matches("PyTorch \\d+\\.\\d+\\.\\d+ \\(.*\\d.*, \\d+ threads\\)");
            assertThat(network.batch()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vit.pos_embed", "cnn.conv1.weight", "deform_net.conv_offset.bias", "regressor.conv.0.weight"})
    void weightsThatAreNotFiniteAreAnError(String name) {
        UntrainedModel sound = CompactNetworks.model(CompactArchitecture.patch8());
        AhiqModel broken = new AhiqModel() {
            @Override
            public ModelCard card() {
                return sound.card();
            }

            @Override
            public Tensor tensor(String wanted) {
                Tensor tensor = sound.tensor(wanted);
                return wanted.equals(name) ? filled(tensor, Float.NaN) : tensor;
            }
        };
        try (Network network = Network.open(broken, CompactNetworks.options(OptionalInt.of(2)))) {
            CropSource crops = CompactNetworks.crops(CompactArchitecture.patch8(), 1);

            assertThatThrownBy(() -> compare(network, crops, crops, 3))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The score of crop 0 is NaN on cpu. Either the weights or the pixels");
        }
    }

    private static Tensor filled(Tensor tensor, float value) {
        float[] values = new float[tensor.elementCount()];
        Arrays.fill(values, value);
        return Tensor.of(values, tensor.shape());
    }

    @Test
    void pixelsThatAreNotFiniteAreAnError() {
        CropSource crops = CompactNetworks.crops(CompactArchitecture.patch8(), 1);
        try (Network network = CompactNetworks.open(CompactArchitecture.patch8(), 2)) {
            CropSource broken = (index, target, offset) -> {
                crops.read(index, target, offset);
                target[offset] = index == 3 ? Float.NaN : target[offset];
            };

            assertThatThrownBy(() -> compare(network, crops, broken, 5))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The score of crop 3 is NaN on cpu.");
        }
    }

    @Test
    void halfPrecisionOnTheCpuIsRefused() {
        assertThatThrownBy(() -> open(DeviceChoice.CPU, Precision.MIXED))
                .isInstanceOf(EngineException.class)
                .hasMessage("Precision mixed needs a GPU, but the device is cpu. Use --precision float32.");
    }

    @Test
    void aGpuThatIsNotThereIsNamed() {
        assumeFalse(autoDevice().isGpu(), "the engine sees a GPU");

        assertThatThrownBy(() -> open(DeviceChoice.parse("gpu"), Precision.FLOAT32))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Device gpu was asked for, but PyTorch ")
                .hasMessageContaining(
                        " sees 0 GPUs. Use --device cpu or --device auto, or give the engine a CUDA build");
    }

    private static TorchDevice autoDevice() {
        return TorchEngine.start(EngineSettings.defaults(), DeviceChoice.AUTO).device(DeviceChoice.AUTO);
    }

    private static void open(DeviceChoice device, Precision precision) {
        InferenceOptions options =
                new InferenceOptions(device, precision, OptionalInt.of(1), EngineSettings.defaults());
        Network.open(CompactNetworks.model(CompactArchitecture.patch8()), options)
                .close();
    }
}
