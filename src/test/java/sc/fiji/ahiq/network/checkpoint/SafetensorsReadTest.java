/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class SafetensorsReadTest extends AbstractCheckpointTest {

    private static final long MEBIBYTE = 1 << 20;

    @Override
    String sample() {
        return "plain.safetensors";
    }

    @Override
    Checkpoint open(Path file) {
        return Safetensors.open(file);
    }

    @Test
    void readsMetadata() {
        try (Checkpoint checkpoint = open(CheckpointFiles.path(sample()))) {
            assertThat(checkpoint.metadata()).containsOnlyKeys("format").containsEntry("format", "pt");
        }
    }

    @Test
    void aFileWithoutTensorsIsEmpty() {
        Path file = SafetensorsFixture.write(folder.resolve("empty"), "{}  ", 0);

        try (Checkpoint checkpoint = open(file)) {
            assertThat(checkpoint.names()).isEmpty();
            assertThat(checkpoint.metadata()).isEmpty();
            assertThatThrownBy(() -> checkpoint.tensor("w"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("expected a tensor \"w\", found no tensors at all");
        }
    }

    @Test
    void namesFollowTheDataNotTheHeader() {
        String header = "{\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]},"
                + "\"é\":{\"data_offsets\":[1,1],\"shape\":[7,0],\"dtype\":\"I16\"},"
                + "\"a\\n\":{\"dtype\":\"BOOL\",\"shape\":[],\"data_offsets\":[0,1]}}";
        Path file = SafetensorsFixture.write(folder.resolve("shuffled"), header, 3);

        try (Checkpoint checkpoint = open(file)) {
            assertThat(checkpoint.names()).containsExactly("a\n", "é", "b");
            assertThat(checkpoint.info("é")).isEqualTo(new TensorInfo(DType.I16, 7, 0));
            assertThat(checkpoint.tensor("é").elementCount()).isZero();
        }
    }

    @Test
    void namesSimilarToAMissingOneShareItsEnds() {
        String header = "{\"vit.blocks.0.weight\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                + "\"head\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                + "\"module.vit.blocks.1.weight\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                + "\"tail\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}";
        Path file = SafetensorsFixture.write(folder.resolve("names"), header, 0);

        try (Checkpoint checkpoint = open(file)) {
            assertThatThrownBy(() -> checkpoint.tensor("vit.blocks.1.weight"))
                    .hasMessageContaining("found 4 others, the most similar being \"module.vit.blocks.1.weight\","
                            + " \"vit.blocks.0.weight\", \"");
        }
    }

    @Test
    void aLargeFileStaysOffTheHeap() {
        long elements = 75 * MEBIBYTE;
        String header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[" + elements + "],\"data_offsets\":[0," + elements * 4 + "]}}";
        Path file = SafetensorsFixture.write(folder.resolve("large"), header, elements * 4);

        long allocated = allocatedBy(() -> {
            try (Checkpoint checkpoint = open(file)) {
                Tensor tensor = checkpoint.tensor("w");
                assertThat(tensor.get(0)).isZero();
                assertThat(tensor.get(tensor.elementCount() - 1)).isZero();
                return tensor;
            }
        });

        assertThat(allocated).isLessThan(4 * MEBIBYTE);
    }

    @Test
    void aHugeClaimedHeaderIsRefusedBeforeAllocating() {
        byte[] claim = {-1, -32, -11, 5, 0, 0, 0, 0, '{', '}'};
        Path file = SafetensorsFixture.write(folder.resolve("claim"), claim);

        long allocated = allocatedBy(() -> assertThatThrownBy(() -> open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("at byte 0, expected a header within the file of 10 bytes,"
                        + " found a header length of 99999999"));

        assertThat(allocated).isLessThan(4 * MEBIBYTE);
    }

    @Test
    void aTensorAboveTwoGibibytesIsRefused() {
        String header = "{\"w\":{\"dtype\":\"U8\",\"shape\":[2147483648],\"data_offsets\":[0,2147483648]}}";
        Path file = SafetensorsFixture.write(folder.resolve("huge"), header, 1L << 31);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(
                        "huge: entry \"w\", at byte 9",
                        "expected a tensor of at most 2147483647 bytes (2 GiB), found 2147483648 bytes",
                        "store it in parts");
    }

    @Test
    void anUnreadableFileIsRefused() throws IOException {
        Path file = Files.copy(CheckpointFiles.path(sample()), folder.resolve("locked"));
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "this user reads every file");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("expected a readable file, found: access denied");
    }

    @Test
    void aFileShortenedAfterOpeningIsRefused() throws IOException {
        Path file = SafetensorsFixture.write(
                folder.resolve("short"), "{\"w\":{\"dtype\":\"U8\",\"shape\":[9],\"data_offsets\":[0,9]}}", 9);

        try (Checkpoint checkpoint = open(file)) {
            SafetensorsFixture.write(file, new byte[20]);

            assertThatThrownBy(() -> checkpoint.tensor("w"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("short: expected a readable file, found: ");
        }
    }

    private static long allocatedBy(Supplier<?> action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        action.get();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
