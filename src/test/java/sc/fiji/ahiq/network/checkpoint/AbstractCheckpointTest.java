/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.Tensor;

/** What every {@link Checkpoint} does, whatever its format. */
abstract class AbstractCheckpointTest {

    @TempDir
    Path folder;

    private Path file;
    private Map<String, CheckpointFiles.Expected> expected;
    private Checkpoint checkpoint;

    /** A file among the test resources, with tensors in the order of {@code expected.json}. */
    abstract String sample();

    abstract Checkpoint open(Path file);

    @BeforeEach
    void openSample() {
        file = CheckpointFiles.path(sample());
        expected = CheckpointFiles.expected(sample());
        checkpoint = open(file);
    }

    @AfterEach
    void closeSample() {
        checkpoint.close();
    }

    @Test
    void knowsItsFileAndItsTensorsInFileOrder() {
        assertThat(checkpoint.source()).isEqualTo(file);
        assertThat(List.copyOf(checkpoint.names())).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(checkpoint.contains(expected.keySet().iterator().next())).isTrue();
        assertThat(checkpoint.contains("absent")).isFalse();
    }

    @Test
    void readsEveryTensorExactly() {
        expected.forEach((name, tensor) -> {
            assertThat(checkpoint.info(name)).isEqualTo(tensor.info());
            assertThat(TensorInfo.of(checkpoint.tensor(name))).isEqualTo(tensor.info());
            assertThat(values(checkpoint.tensor(name))).as(name).containsExactly(tensor.values());
        });
    }

    @Test
    void handsOutNothingThatCouldChangeIt() {
        String name = expected.keySet().iterator().next();

        assertThatThrownBy(() -> checkpoint.names().remove(name)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> checkpoint.metadata().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> checkpoint.tensor(name).data().put(0, (byte) 1))
                .isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void aMissingTensorIsRefusedWithSimilarNames() {
        String name = expected.keySet().iterator().next();

        assertThatThrownBy(() -> checkpoint.tensor(name + ".gone"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(
                        file.toString(),
                        "expected a tensor \"" + name + ".gone\"",
                        "most similar being \"" + name + '"');
        assertThatThrownBy(() -> checkpoint.info(name + ".gone"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(name + ".gone");
    }

    @Test
    void afterClosingItGivesNoMoreTensorsButKeepsWhatItKnows() {
        String name = expected.keySet().iterator().next();
        Tensor before = checkpoint.tensor(name);

        checkpoint.close();

        assertThatCode(checkpoint::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> checkpoint.tensor(name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The checkpoint " + file + " is closed");
        assertThat(checkpoint.names()).containsExactlyElementsOf(expected.keySet());
        assertThat(checkpoint.info(name)).isEqualTo(expected.get(name).info());
        assertThat(values(before)).containsExactly(expected.get(name).values());
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> open(folder.resolve("absent")))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Cannot read weights from " + folder.resolve("absent")
                        + ": expected a file, found nothing. Check the path.");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(folder + ": expected a file, found a folder");
    }

    private static double[] values(Tensor tensor) {
        return IntStream.range(0, tensor.elementCount())
                .mapToDouble(tensor::get)
                .toArray();
    }
}
