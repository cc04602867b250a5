/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Checkpoints with an optimizer, in the layout of the published AHIQ file. */
class TrainingCheckpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"training_checkpoint.pth", "training_checkpoint_proto4.pth"})
    void tensorsAreNamedByTheirPath(String name) {
        try (Checkpoint checkpoint = Checkpoints.open(CheckpointFiles.path(name))) {
            CheckpointFiles.expected(name).forEach((tensor, expected) -> {
                assertThat(checkpoint.info(tensor)).isEqualTo(expected.info());
                assertThat(values(checkpoint.tensor(tensor))).containsExactly(expected.values());
            });
            assertThat(checkpoint.names())
                    .containsExactly(
                            "regressor_model_state_dict.weight",
                            "regressor_model_state_dict.bias",
                            "deform_net_model_state_dict.deform.weight",
                            "optimizer_state_dict.state.0.step",
                            "optimizer_state_dict.state.0.exp_avg",
                            "optimizer_state_dict.state.0.exp_avg_sq",
                            "optimizer_state_dict.state.1.step",
                            "optimizer_state_dict.state.1.exp_avg",
                            "optimizer_state_dict.state.1.exp_avg_sq");
            assertThat(checkpoint.info("optimizer_state_dict.state.0.step")).isEqualTo(new TensorInfo(DType.F32));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"training_checkpoint.pth", "training_checkpoint_proto4.pth"})
    void otherValuesAreMetadata(String name) {
        try (Checkpoint checkpoint = Checkpoints.open(CheckpointFiles.path(name))) {
            assertThat(checkpoint.metadata())
                    .containsEntry("epoch", "32")
                    .containsEntry("loss", "0.0123")
                    .containsEntry("optimizer_state_dict.param_groups.0.lr", "1.0E-4")
                    .containsEntry("optimizer_state_dict.param_groups.0.betas.1", "0.999")
                    .containsEntry("optimizer_state_dict.param_groups.0.foreach", "None")
                    .containsEntry("optimizer_state_dict.param_groups.0.amsgrad", "False")
                    .containsEntry("scheduler_state_dict.T_max", "50");
        }
    }

    private static double[] values(Tensor tensor) {
        return IntStream.range(0, tensor.elementCount())
                .mapToDouble(tensor::get)
                .toArray();
    }
}
