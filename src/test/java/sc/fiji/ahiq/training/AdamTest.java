/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.inference.OutOfNativeMemoryException;
import sc.fiji.ahiq.network.model.NetworkParameters;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.tensor.Tensor;

class AdamTest {

    private static final AdamSettings SETTINGS = new AdamSettings(1e-3, 0.9, 0.999, 1e-8, 1e-2, 0);

    /** What the network has is where the training starts; statistics of batch norms are no parameters. */
    @Test
    void oneStepChangesEveryTrainedTensorAndNoFrozenOne() throws OutOfNativeMemoryException {
        for (Set<NetworkPart> frozen :
                Set.of(EnumSet.noneOf(NetworkPart.class), EnumSet.of(NetworkPart.VIT, NetworkPart.CNN))) {
            try (TrainableNetwork network = Engine.network(frozen)) {
                Map<String, Tensor> before = network.weights(Map.of());
                step(network, new Adam(network.manager(), network.trained(), SETTINGS), 1);
                Map<String, Tensor> after = network.weights(Map.of());

                assertThat(after).hasSameSizeAs(before).hasSizeGreaterThan(60);
                NetworkParameters.sources(Engine.ARCHITECTURE).forEach((parameter, names) -> {
                    boolean isFrozen = NetworkPart.anyOwns(frozen, parameter);
                    names.stream().filter(before::containsKey).forEach(name -> assertThat(after.get(name)
                                    .data()
                                    .equals(before.get(name).data()))
                            .as(name)
                            .isEqualTo(isFrozen));
                });
            }
        }
    }

    @Test
    void startsFromTheWeightsOfTheModel() {
        UntrainedModel model = new UntrainedModel("compact", Engine.ARCHITECTURE, 1);
        try (TrainableNetwork network = Engine.network(Set.of())) {
            network.weights(Map.of()).forEach((name, tensor) -> {
                assertThat(tensor.shape()).as(name).isEqualTo(model.tensor(name).shape());
                assertThat(tensor.toFloats())
                        .as(name)
                        .isEqualTo(model.tensor(name).toFloats());
            });
        }
    }

    @Test
    void followsTheFormulasOfThePaper() throws OutOfNativeMemoryException {
        try (TrainableNetwork network = Engine.network(Set.of())) {
            Adam adam = new Adam(network.manager(), network.trained(), SETTINGS);
            PtNDArray parameter = network.trained().get("regressor.down_weight");
            double[] weights = doubles(parameter);
            double[] mean = new double[weights.length];
            double[] square = new double[weights.length];
            for (int update = 1; update <= 3; update++) {
                network.addGradients(Engine.batch(2, 1), LossWeights.MSE);
                double[] gradient = gradient(parameter);
                adam.update(update, 1e-3);
                for (int i = 0; i < weights.length; i++) {
                    double decayed = gradient[i] + 1e-2 * weights[i];
                    mean[i] = 0.9 * mean[i] + 0.1 * decayed;
                    square[i] = 0.999 * square[i] + 0.001 * decayed * decayed;
                    weights[i] -= 1e-3
                            * (mean[i] / (1 - Math.pow(0.9, update)))
                            / (Math.sqrt(square[i] / (1 - Math.pow(0.999, update))) + 1e-8);
                }
                assertThat(doubles(parameter)).containsExactly(weights, within(2e-6));
                assertThat(gradient(parameter)).containsOnly(0);
            }
        }
    }

    /** Numerical derivative of the loss of scores and patches by the bias of all patch scores. */
    @Test
    void theGradientIsThatOfScoresAndPatchesTogether() throws OutOfNativeMemoryException {
        LossWeights loss = new LossWeights(1, 0, 0, 0, 0.7, 0, 0);
        CropBatch batch = Engine.batch(2, 2);
        try (TrainableNetwork network = Engine.network(Set.of())) {
            PtNDArray bias = network.trained().get("regressor.pooling.score_bias");
            double value = network.addGradients(batch, loss);
            double derivative = gradient(bias)[0];
            float step = 0.01f;
            bias.set(new float[] {bias.toFloatArray()[0] + step});

            double raised = network.addGradients(batch, loss);

            // The loss is quadratic in the bias, with a second derivative of 2 (1 + 0.7).
            assertThat((raised - value) / step).isCloseTo(derivative + (1 + 0.7) * step, within(2e-3));
        }
    }

    @Test
    void patchLossAloneLeavesPatchWeightsAlone() throws OutOfNativeMemoryException {
        try (TrainableNetwork network = Engine.network(Set.of())) {
            network.addGradients(Engine.batch(2, 2), new LossWeights(0, 0, 0, 0, 1, 0, 0));

            assertThat(gradient(network.trained().get("regressor.pooling.attention_weight")))
                    .containsOnly(0);
            assertThat(gradient(network.trained().get("regressor.pooling.score_weight")))
                    .doesNotContain(0);
        }
    }

    @Test
    void shortensTheGradientOfAllParametersTogether() throws OutOfNativeMemoryException {
        AdamSettings noMemory = new AdamSettings(1e-3, 0, 0, 1, 0, 0.01);
        try (TrainableNetwork network = Engine.network(Set.of())) {
            Adam adam = new Adam(network.manager(), network.trained(), noMemory);
            network.addGradients(Engine.batch(2, 1), LossWeights.MSE);
            Map<String, double[]> gradients = new HashMap<>();
            network.trained().forEach((name, parameter) -> gradients.put(name, gradient(parameter)));
            double norm = Math.sqrt(gradients.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(g -> g * g)
                    .sum());
            adam.update(1, 1e-3);

            assertThat(norm).isGreaterThan(0.01);
            adam.state().forEach((name, moment) -> {
                if (name.startsWith("mean.")) {
                    double[] expected = Arrays.stream(gradients.get(name.substring("mean.".length())))
                            .map(g -> g * 0.01 / norm)
                            .toArray();
                    assertThat(doubles(moment.toFloats())).as(name).containsExactly(expected, within(1e-7));
                }
            });
        }
    }

    @Test
    void sharedReferencesGiveTheGradientsOfRepeatedOnes() throws OutOfNativeMemoryException {
        CropBatch shared = Engine.batch(2, 2);
        float[] references = shared.referenceCrops();
        int size = references.length / 2;
        float[] repeated = new float[2 * references.length];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(references, i / 2 * size, repeated, i * size, size);
        }
        CropBatch separate = new CropBatch(4, repeated, shared.distortedCrops(), shared.labels(), shared.patchLabels());
        try (TrainableNetwork one = Engine.network(Set.of());
                TrainableNetwork other = Engine.network(Set.of())) {
            double loss = one.addGradients(shared, LossWeights.MSE);

            assertThat(other.addGradients(separate, LossWeights.MSE)).isCloseTo(loss, within(1e-6));
            one.trained().forEach((name, parameter) -> assertThat(gradient(parameter))
                    .as(name)
                    .containsExactly(gradient(other.trained().get(name)), within(1e-4)));
        }
    }

    private static void step(TrainableNetwork network, Adam adam, int update) throws OutOfNativeMemoryException {
        network.addGradients(Engine.batch(2, 2), LossWeights.MSE);
        adam.update(update, 1e-3);
    }

    private static double[] gradient(PtNDArray parameter) {
        try (NDArray gradient = JniUtils.getGradient(parameter)) {
            return doubles(gradient);
        }
    }

    private static double[] doubles(NDArray array) {
        return doubles(array.toFloatArray());
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
