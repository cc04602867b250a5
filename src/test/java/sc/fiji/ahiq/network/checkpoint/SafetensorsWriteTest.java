/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class SafetensorsWriteTest {

    private static final Map<String, String> METADATA = Map.of("format", "pt");

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("weights.safetensors");
    }

    /** Written by version 0.8.0 of the reference implementation from the same tensors. */
    @Test
    void writesTheSameBytesAsTheReferenceImplementation() {
        Safetensors.write(target, allDTypes(), METADATA);

        assertThat(target).hasBinaryContent(CheckpointFiles.bytes("all_dtypes.safetensors"));
    }

    @Test
    void readsBackWhatItWrote() {
        Map<String, Tensor> tensors = allDTypes();
        Safetensors.write(target, tensors, Map.of("b", "2\"", "a", "ü"));

        try (Checkpoint checkpoint = Safetensors.open(target)) {
            assertThat(checkpoint.names()).containsExactlyInAnyOrderElementsOf(tensors.keySet());
            assertThat(checkpoint.metadata()).isEqualTo(Map.of("a", "ü", "b", "2\""));
            tensors.forEach((name, tensor) -> {
                assertThat(checkpoint.info(name)).isEqualTo(TensorInfo.of(tensor));
                assertThat(checkpoint.tensor(name).data()).isEqualTo(tensor.data());
            });
        }
    }

    @Test
    void writesTheFileOfThePackageDescription() {
        Safetensors.write(target, Map.of("w", Tensor.of(new float[] {1, -2}, 2)), Map.of());

        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        byte[] bytes = read(SafetensorsFixture.write(folder.resolve("expected"), header + "  ", 8));
        ByteBuffer.wrap(bytes).putInt(0x40, 0x0000803f).putInt(0x44, 0x000000c0);
        assertThat(target).hasBinaryContent(bytes);
    }

    @Test
    void writesAFileWithoutTensors() {
        Safetensors.write(target, Map.of(), Map.of());

        assertThat(target)
                .hasBinaryContent(new byte[] {8, 0, 0, 0, 0, 0, 0, 0, '{', '}', ' ', ' ', ' ', ' ', ' ', ' '});
    }

    @Test
    void aTensorOfSeveralChunksArrivesWhole() {
        byte[] bytes = new byte[(5 << 20) / 2 + 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >> 8);
        }
        Safetensors.write(target, Map.of("w", tensor(DType.U8, bytes, bytes.length)), Map.of());

        try (Checkpoint checkpoint = Safetensors.open(target)) {
            assertThat(checkpoint.tensor("w").data()).isEqualTo(ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void copiesAMappedCheckpoint() {
        try (Checkpoint source = Safetensors.open(CheckpointFiles.path("all_dtypes.safetensors"))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            source.names().forEach(name -> tensors.put(name, source.tensor(name)));
            Safetensors.write(target, tensors, source.metadata());
        }

        assertThat(target).hasBinaryContent(CheckpointFiles.bytes("all_dtypes.safetensors"));
    }

    @Test
    void aSourceThatFailsHalfwayLeavesTheOldFile() throws IOException {
        Files.writeString(target, "old");
        Map<String, Tensor> failing = new LinkedHashMap<>(allDTypes()) {
            private static final long serialVersionUID = 1L;

            @Override
            public Tensor get(Object name) {
                if (name.equals("float32")) {
                    throw new WeightsException("the source is gone");
                }
                return super.get(name);
            }
        };

        assertThatThrownBy(() -> Safetensors.write(target, failing, METADATA))
                .isInstanceOf(WeightsException.class)
                .hasMessage("the source is gone");

        assertThatOldFileIsAlone();
    }

    @Test
    void aTensorThatChangesBetweenHeaderAndDataIsRefused() throws IOException {
        Files.writeString(target, "old");
        Map<String, Tensor> changing = new LinkedHashMap<>(Map.of("w", Tensor.of(new float[4], 4))) {
            private static final long serialVersionUID = 1L;

            @Override
            public Tensor get(Object name) {
                return Tensor.of(new float[4], 2, 2);
            }
        };

        assertThatThrownBy(() -> Safetensors.write(target, changing, METADATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Tensor \"w\" was F32[4] for the header and is F32[2, 2] for the data");

        assertThatOldFileIsAlone();
    }

    @Test
    void aMissingFolderIsRefused() {
        Path orphan = folder.resolve("missing").resolve("weights.safetensors");

        assertThatThrownBy(() -> Safetensors.write(orphan, allDTypes(), METADATA))
                .isInstanceOf(ResultsException.class)
                .hasMessage("Cannot write weights to " + orphan + ": there is no folder " + orphan.getParent()
                        + ". Choose a file in a folder that exists, that you may write to and that has space left.");
    }

    @Test
    void aFolderAsTargetIsRefused() {
        assertThatThrownBy(() -> Safetensors.write(folder, allDTypes(), METADATA))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot write weights to " + folder + ": it is a folder. Choose a file");
    }

    @Test
    void tensorsThatTheFormatHasNoPlaceForAreRefused() throws IOException {
        Files.writeString(target, "old");
        Tensor scalar = Tensor.of(new float[1]);

        assertThatThrownBy(() -> Safetensors.write(target, Map.of("__metadata__", scalar), METADATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A safetensors file has no place for a tensor named __metadata__");
        assertThatThrownBy(() -> Safetensors.write(target, Map.of("\ud800", scalar), METADATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tensor name or metadata is not valid Unicode");
        long[] ones = Collections.nCopies(33, 1L).stream().mapToLong(i -> i).toArray();
        assertThatThrownBy(() -> Safetensors.write(target, Map.of("w", Tensor.of(new float[1], ones)), METADATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor \"w\" has 33 dimensions, more than 32");

        assertThatOldFileIsAlone();
    }

    private void assertThatOldFileIsAlone() {
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    /** In another order than the file's; byte i of a tensor is i plus the length of its name. */
    private static Map<String, Tensor> allDTypes() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        put(tensors, "bool", DType.BOOL, 2);
        put(tensors, "ä\"\n", DType.F32, 1);
        put(tensors, "float64", DType.F64, 2);
        put(tensors, "float32", DType.F32, 2);
        put(tensors, "float16", DType.F16, 2);
        put(tensors, "bfloat16", DType.BF16, 2);
        put(tensors, "int64", DType.I64, 2);
        put(tensors, "int32", DType.I32, 2);
        put(tensors, "int16", DType.I16, 2);
        put(tensors, "int8", DType.I8, 2);
        put(tensors, "uint8", DType.U8, 2);
        put(tensors, "scalar", DType.F32);
        put(tensors, "empty", DType.F32, 0, 3);
        return tensors;
    }

    private static void put(Map<String, Tensor> tensors, String name, DType dtype, long... shape) {
        byte[] bytes = new byte[Math.toIntExact(Tensor.elementCount(shape) * dtype.sizeBytes())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + name.length());
        }
        tensors.put(name, tensor(dtype, bytes, shape));
    }

    private static Tensor tensor(DType dtype, byte[] bytes, long... shape) {
        return new Tensor(dtype, shape, ByteBuffer.wrap(bytes));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
