/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static sc.fiji.ahiq.network.inference.PublishedLayers.channelsFirst;
import static sc.fiji.ahiq.network.inference.PublishedLayers.channelsLast;
import static sc.fiji.ahiq.network.inference.PublishedLayers.concatenate;
import static sc.fiji.ahiq.network.inference.PublishedLayers.convolve;
import static sc.fiji.ahiq.network.inference.PublishedLayers.relu;
import static sc.fiji.ahiq.network.inference.PublishedLayers.subtract;
import static sc.fiji.ahiq.network.inference.PublishedLayers.upsampleNearest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;

/**
 * The stages that the network source computes in a rearranged way against the layers as they are published, on features
 * of two images in one batch.
 */
class NetworkStagesTest {

    /** Float32 against double for values of magnitude 1 to 10. */
    private static final double TOLERANCE = 1e-4;

    private static final int BATCH = 2;

    private Architecture architecture;
    private int grid;
    private int size;
    private int vitChannels;
    private int cnnChannels;

    private void choose(int patch) {
        architecture = patch == 8 ? CompactArchitecture.patch8() : CompactArchitecture.patch16();
        grid = architecture.grid();
        size = architecture.crop() / 4;
        vitChannels = architecture.vit().depth() * architecture.vit().dim();
        cnnChannels = architecture.cnn().channels();
    }

    @FunctionalInterface
    private interface Layer {
        double[][][] apply(double[][][]... inputs);
    }

    /** Features of the batch, channels last. */
    private record Features(float[] values, int size, int channels) {

        static Features random(long seed, int size, int channels, double bound) {
            return new Features(
                    CompactNetworks.uniform(seed, BATCH * size * size * channels, -bound, bound), size, channels);
        }

        NDArray toArray(NDManager manager) {
            return manager.create(values, new Shape(BATCH, size, size, channels));
        }

        double[][][] image(int index) {
            int count = values.length / BATCH;
            return channelsFirst(Arrays.copyOfRange(values, index * count, (index + 1) * count), size, channels);
        }
    }

    private void assertStage(String method, Layer expected, Features... inputs) throws OutOfNativeMemoryException {
        float[] actual = call(method, inputs)[0];
        assertImages(actual, expected, inputs);
    }

    private float[][] call(String method, Features... inputs) throws OutOfNativeMemoryException {
        try (TorchNetwork network = CompactNetworks.stages(architecture, Precision.FLOAT32);
                NDManager manager = network.newManager()) {
            NDArray[] arguments =
                    Arrays.stream(inputs).map(input -> input.toArray(manager)).toArray(NDArray[]::new);
            NDList results = network.call(method, arguments);
            return results.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
        }
    }

    private static void assertImages(float[] actual, Layer expected, Features... inputs) {
        int count = actual.length / BATCH;
        for (int i = 0; i < BATCH; i++) {
            int index = i;
            float[] published = channelsLast(expected.apply(
                    Arrays.stream(inputs).map(input -> input.image(index)).toArray(double[][][][]::new)));
            assertThat(Statistics.largestDifference(Arrays.copyOfRange(actual, i * count, (i + 1) * count), published))
                    .isLessThan(TOLERANCE);
        }
    }

    private float[] weight(String name) {
        return CompactNetworks.model(architecture).tensor(name).toFloats();
    }

    private double[][][] convolution(double[][][] in, String layer, int kernel, int stride) {
        return convolve(in, weight(layer + ".weight"), weight(layer + ".bias"), kernel, stride);
    }

    private Features vit(long seed) {
        return Features.random(seed, grid, vitChannels, 2);
    }

    private Features cnn(long seed) {
        return Features.random(seed, size, cnnChannels, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void offsetsAreAConvolutionOfTheUpsampledFeatures(int patch) throws OutOfNativeMemoryException {
        choose(patch);

        assertStage(
                "offsets",
                in -> convolution(upsampleNearest(in[0], size), "deform_net.conv_offset", 3, 1),
                vit(1),
                cnn(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void samplingAndProductAreTheDeformableConvolution(int patch) throws OutOfNativeMemoryException {
        choose(patch);

        assertDeformable(cnn(1), Features.random(2, size, 18, 1.5 * size));
    }

    private void assertDeformable(Features cnn, Features offsets) throws OutOfNativeMemoryException {
        Features samples = new Features(call("sample", cnn, offsets)[0], size, 9 * cnnChannels);
        float[] deformed = call("deform", samples)[0];

        assertImages(
                deformed,
                in -> PublishedLayers.deform(
                        in[0], in[1], weight("deform_net.deform.weight"), weight("deform_net.deform.bias")),
                cnn,
                offsets);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.5, -0.5, 7, 8, 9, -7, -8, -9, 1e6, -1e9})
    void samplesAtAndBeyondTheBorderAreThoseOfTheDeformableConvolution(double offset)
            throws OutOfNativeMemoryException {
        choose(8);
        float[] offsets = new float[BATCH * size * size * 18];
        Arrays.fill(offsets, (float) offset);

        assertDeformable(cnn(1), new Features(offsets, size, 18));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void samplesAtPositionsThatAreNotFiniteAreNoNumbers(float offset) throws OutOfNativeMemoryException {
        choose(8);
        float[] offsets = new float[BATCH * size * size * 18];
        Arrays.fill(offsets, offset);

        float[] samples = call("sample", cnn(1), new Features(offsets, size, 18))[0];

        assertThat(samples).containsOnly(Float.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void reductionIsTwoConvolutionsDownToThePatches(int patch) throws OutOfNativeMemoryException {
        choose(patch);
        int stride = patch / 8;

        assertStage(
                "reduce",
                in -> convolution(
                        relu(convolution(in[0], "deform_net.conv1.0", 3, 2)), "deform_net.conv1.2", 3, stride),
                cnn(1),
                vit(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void joiningIsAConvolutionOfTheConcatenation(int patch) throws OutOfNativeMemoryException {
        choose(patch);

        assertStage(
                "down",
                in -> convolution(concatenate(in[0], in[1]), "regressor.down_channel", 1, 1),
                vit(1),
                Features.random(2, grid, cnnChannels, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void regressionSeesDifferenceDistortedAndReference(int patch) throws OutOfNativeMemoryException {
        choose(patch);
        Features distorted = Features.random(1, grid, architecture.regressor().down(), 2);
        Features reference = Features.random(2, grid, architecture.regressor().down(), 2);

        float[][] outputs = call("regress", distorted, reference);

        assertImages(outputs[1], in -> convolution(smoothed(in), "regressor.conv.0", 1, 1), distorted, reference);
        assertImages(outputs[2], this::attention, distorted, reference);
        for (int i = 0; i < BATCH; i++) {
            assertThat((double) outputs[0][i])
                    .isCloseTo(weightedMean(distorted.image(i), reference.image(i)), within(TOLERANCE));
        }
    }

    private double[][][] smoothed(double[][][]... in) {
        double[][][] joined = concatenate(subtract(in[0], in[1]), in[0], in[1]);
        double[][][] first = relu(convolution(joined, "regressor.feat_smoothing.0", 3, 1));
        return relu(convolution(convolution(first, "regressor.feat_smoothing.2", 3, 1), "regressor.conv1.0", 3, 1));
    }

    private double[][][] attention(double[][][]... in) {
        double[][][] logits = convolution(smoothed(in), "regressor.conv_attent.0", 1, 1);
        for (double[] row : logits[0]) {
            Arrays.setAll(row, x -> 1 / (1 + Math.exp(-row[x])));
        }
        return logits;
    }

    private double weightedMean(double[][][] distorted, double[][][] reference) {
        double[][] scores = convolution(smoothed(distorted, reference), "regressor.conv.0", 1, 1)[0];
        double[][] weights = attention(distorted, reference)[0];
        double weighted = 0;
        double sum = 0;
        for (int y = 0; y < grid; y++) {
            for (int x = 0; x < grid; x++) {
                weighted += scores[y][x] * weights[y][x];
                sum += weights[y][x];
            }
        }
        return weighted / sum;
    }
}
