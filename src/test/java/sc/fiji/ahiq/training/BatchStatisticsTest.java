/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.inference.TorchNetwork;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

class BatchStatisticsTest {

    private static final int COUNT = 3;

    private final float[] crops = Engine.crops(COUNT, 5);
    private final WeightSet initial = new WeightSet(
            new UntrainedModel("compact", Engine.ARCHITECTURE, 1).card(), InitialWeights.of(Engine.ARCHITECTURE, 1));

    @Test
    void thoseOfTheStemAreThoseOfItsConvolution() throws OutOfNativeMemoryException {
        WeightSet measured = BatchStatistics.measured(initial, Engine.cpu(), crops, COUNT);
        Tensor mean = measured.tensor("cnn.bn1.running_mean");
        Tensor variance = measured.tensor("cnn.bn1.running_var");

        for (int channel = 0; channel < mean.elementCount(); channel++) {
            double[] values = stem(channel);
            double sum = 0;
            double squares = 0;
            for (double value : values) {
                sum += value;
                squares += value * value;
            }
            double expected = sum / values.length;
            assertThat(mean.get(channel)).isCloseTo(expected, within(1e-5));
            assertThat(variance.get(channel)).isCloseTo(squares / values.length - expected * expected, within(1e-4));
        }
    }

    /** 7 x 7, stride 2, padding 3. */
    private double[] stem(int channel) {
        int size = Engine.ARCHITECTURE.crop();
        int out = size / 2;
        float[] weight = initial.tensor("cnn.conv1.weight").toFloats();
        double[] values = new double[COUNT * out * out];
        for (int i = 0; i < values.length; i++) {
            int image = i / (out * out);
            int top = i / out % out * 2 - 3;
            int left = i % out * 2 - 3;
            for (int tap = 0; tap < 3 * 49; tap++) {
                int y = top + tap / 7 % 7;
                int x = left + tap % 7;
                if (y >= 0 && y < size && x >= 0 && x < size) {
                    values[i] += weight[channel * 3 * 49 + tap] * crops[((image * 3 + tap / 49) * size + y) * size + x];
                }
            }
        }
        return values;
    }

    /**
     * The first block gives ReLU(y + shortcut), the sum of two normalised features: half of a variance of about 2 is
     * left.
     */
    @Test
    void deepLayersAreNormalisedToo() throws OutOfNativeMemoryException {
        WeightSet measured = BatchStatistics.measured(initial, Engine.cpu(), crops, COUNT);

        assertThat(measured.tensors()).hasSameSizeAs(initial.tensors());
        assertThat(firstBlockMeanSquare(cnnFeatures(measured))).isBetween(0.7, 1.3);
        assertThat(firstBlockMeanSquare(cnnFeatures(initial))).matches(square -> square < 0.7 || square > 1.3);
    }

    private static double firstBlockMeanSquare(float[] features) {
        double sum = 0;
        int count = 0;
        for (int position = 0; position < features.length; position += 48) {
            for (int channel = 0; channel < 16; channel++) {
                sum += features[position + channel] * features[position + channel];
                count++;
            }
        }
        return sum / count;
    }

    private float[] cnnFeatures(WeightSet weights) throws OutOfNativeMemoryException {
        try (TorchNetwork network = TorchNetwork.loadTrainable(weights, Engine.cpu());
                NDManager manager = network.newManager()) {
            return network.call("cnn_features", network.images(manager, crops, COUNT))
                    .get(0)
                    .toFloatArray();
        }
    }

    @Test
    void initialWeightsDependOnTheSeedAndKeepTheScoreInTheMiddle() throws OutOfNativeMemoryException {
        Map<String, Tensor> other = InitialWeights.of(Engine.ARCHITECTURE, 2);

        assertThat(InitialWeights.of(Engine.ARCHITECTURE, 1)
                        .get("vit.pos_embed")
                        .toFloats())
                .isEqualTo(initial.tensor("vit.pos_embed").toFloats())
                .isNotEqualTo(other.get("vit.pos_embed").toFloats());
        assertThat(initial.tensor("deform_net.conv_offset.weight").toFloats()).containsOnly(0);
        assertThat(initial.tensor("vit.blocks.0.norm1.weight").toFloats()).containsOnly(1);
        assertThat(initial.tensor("cnn.layer1.0.downsample.1.weight").toFloats())
                .containsOnly(1);
        assertThat(initial.tensor("cnn.bn1.bias").toFloats()).containsOnly(0);
        WeightSet measured = BatchStatistics.measured(initial, Engine.cpu(), crops, COUNT);
        try (TorchNetwork network = TorchNetwork.loadTrainable(measured, Engine.cpu());
                NDManager manager = network.newManager()) {
            float[] scores = network.call(
                            "forward",
                            network.images(manager, crops, COUNT),
                            network.images(manager, Engine.crops(COUNT, 6), COUNT))
                    .get(0)
                    .toFloatArray();

            for (float score : scores) {
                assertThat(score).isBetween(0.3f, 0.7f);
            }
        }
    }
}
