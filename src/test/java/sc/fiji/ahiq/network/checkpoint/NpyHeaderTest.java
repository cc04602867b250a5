/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sc.fiji.ahiq.network.checkpoint.Refused.assertRefused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.DType;

/** Arrays with headers of one's choice, in an archive as their only entry. */
class NpyHeaderTest {

    @TempDir
    Path folder;

    private Path file(byte[] array) {
        byte[] archive = new ZipFixture().deflated("w.npy", array).toBytes();
        return SafetensorsFixture.write(folder.resolve("w.npz"), archive);
    }

    private static byte[] array(int version, String header, byte[] data) {
        ByteBuffer bytes =
                ByteBuffer.allocate(12 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) header.length());
        } else {
            bytes.putInt(header.length());
        }
        bytes.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static String header(String descr, boolean fortranOrder, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': ("
                + shape + "), }  \n";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersion(int version) {
        byte[] array = array(version, header("|u1", false, "2, 1"), new byte[] {5, 6});

        try (Checkpoint checkpoint = Checkpoints.open(file(array))) {
            assertThat(checkpoint.info("w")).isEqualTo(new TensorInfo(DType.U8, 2, 1));
            assertThat(checkpoint.tensor("w").toFloats()).containsExactly(5, 6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, F64",
        ">f8, F64",
        "<f4, F32",
        ">f4, F32",
        "<f2, F16",
        ">f2, F16",
        "<i8, I64",
        ">i8, I64",
        "<i4, I32",
        ">i4, I32",
        "<i2, I16",
        ">i2, I16",
        "|i1, I8",
        "<i1, I8",
        "|u1, U8",
        "|b1, BOOL"
    })
    void readsEveryTypeInBothByteOrders(String descr, DType dtype) {
        byte[] data = TorchFixture.counting(2 * dtype.sizeBytes());
        Path file = file(array(1, header(descr, false, "2,"), data));
        int size = dtype.sizeBytes();
        byte[] expected = data.clone();
        if (descr.startsWith(">")) {
            IntStream.range(0, 2 * size).forEach(i -> expected[i] = data[i / size * size + size - 1 - i % size]);
        }

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            byte[] read = new byte[2 * size];
            checkpoint.tensor("w").data().get(read);
            assertThat(checkpoint.info("w").dtype()).isEqualTo(dtype);
            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void readsFortranOrderBigEndian() {
        byte[] data = {0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6};

        try (Checkpoint checkpoint = Checkpoints.open(file(array(1, header(">i2", true, "2, 3"), data)))) {
            assertThat(checkpoint.tensor("w").toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void readsHeadersOfPython2AndWithoutSpaces() {
        String header = "{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"|u1\"}";

        try (Checkpoint checkpoint = Checkpoints.open(file(array(1, header, new byte[2])))) {
            assertThat(checkpoint.info("w")).isEqualTo(new TensorInfo(DType.U8, 2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[]                                                    ~ at byte 10, expected '{', found \"[]\"",
                "{}                                                    ~ expected the keys descr, fortran_order and shape",
                "{'descr'                                              ~ expected ':', found the end of the header",
                "{'descr': '<f4'                                       ~ expected ',', found the end of the header",
                "{'descr': '<f4                                        ~ expected a simple type in quotes",
                "{'descr': [('a', '<f4')]                              ~ expected a simple type in quotes, found \"[('a'",
                "{'descr': '<f4', 'descr': '<f4'                       ~ expected each key only once, found \"descr\"",
                "{'fortran_order': 1                                   ~ expected True or False, found \"1\"",
                "{'shape': 3                                           ~ expected '(', found \"3\"",
                "{'shape': (-3,                                        ~ an integer from 0 to 10^18 - 1, found \"-3,\"",
                "{'shape': (3.5,                                       ~ expected ',', found \".5,\"",
                "{'shape': (1000000000000000000,                       ~ an integer from 0 to 10^18 - 1",
                "{'shape': __import__('os')                            ~ expected '(', found \"__import__('os')\"",
                "{'x': 1                                               ~ expected only the keys descr",
                "{'descr': '<f4', 'fortran_order': False, 'shape': ()}x ~ expected the end of the header, found more",
                "{'descr': '|O', 'fortran_order': False, 'shape': ()}  ~ found Python objects (|O)",
                "{'descr': '|V2', 'fortran_order': False, 'shape': ()} ~ found type \"|V2\". Convert the array",
                "{'descr': '<c8', 'fortran_order': False, 'shape': ()} ~ found type \"<c8\"",
                "{'descr': '|f4', 'fortran_order': False, 'shape': ()} ~ found type \"|f4\"",
                "{'descr': '', 'fortran_order': False, 'shape': ()}    ~ found type \"\"",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} ~ expected 8 bytes for F32[2], found 0",
            })
    void everyWrongHeaderIsRefused(String header, String fragment) {
        assertRefused(file(array(1, header, new byte[0])), "entry \"w.npy\", at byte ", fragment);
    }

    @Test
    void otherVersionsAndLengthsAreRefused() {
        assertRefused(file(array(4, "{}", new byte[0])), "at byte 6, expected version 1.0, 2.0 or 3.0, found 4.0");
        assertRefused(file(new byte[] {1, 2, 3}), "at byte 0, expected \\x93NUMPY and a version");
        assertRefused(file(Arrays.copyOf(array(2, "", new byte[0]), 9)), "expected the length of a header");
        byte[] long2 = array(2, "{}", new byte[0]);
        ByteBuffer.wrap(long2).putInt(8, -1);
        assertRefused(file(long2), "at byte 8, expected a header within the file", "a length of 4294967295");
        assertRefused(
                file(array(1, header("|u1", false, "0,".repeat(33)), new byte[0])), "at most 32 dimensions, found 33");
    }

    @Test
    void largeCompressedArraysAreRefusedWhenAskedFor() {
        assertDeclaredSizeRefused(
                1 << 28,
                "expected at most 134217728 bytes in a compressed entry, found 268435456 bytes."
                        + " Save the file again without compression.");
    }

    @Test
    void arraysOfAnotherLengthThanDeclaredAreRefusedWhenAskedFor() {
        assertDeclaredSizeRefused(1 << 22, "expected 4194304 bytes after decompression, found their end");
        assertDeclaredSizeRefused(1 << 20, "expected 1048576 bytes after decompression, found more");
    }

    /** An entry with 2 MiB of noise that says it had {@code bytes}. */
    private void assertDeclaredSizeRefused(int bytes, String fragment) {
        byte[] noise = new byte[1 << 21];
        new Random(1).nextBytes(noise);
        int headerBytes = array(1, header("|u1", false, String.format("%10d,", 0)), new byte[0]).length;
        byte[] array = array(1, header("|u1", false, String.format("%10d,", bytes - headerBytes)), noise);
        ByteBuffer archive = ByteBuffer.wrap(
                        new ZipFixture().deflated("w.npy", array).toBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        archive.putInt(archive.getInt(archive.capacity() - 6) + 24, bytes);
        Path file = SafetensorsFixture.write(folder.resolve("declared.npz"), archive.array());

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThatThrownBy(() -> checkpoint.tensor("w"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining(fragment);
        }
    }

    @Test
    void entriesThatAreNoArraysAreRefused() {
        byte[] archive = new ZipFixture()
                .stored("w.npy", array(1, header("|u1", false, ""), new byte[1]))
                .stored("notes.txt", new byte[1])
                .toBytes();

        assertRefused(
                SafetensorsFixture.write(folder.resolve("w.npz"), archive),
                "entry \"notes.txt\", at byte 0, expected a name that ends in .npy");
    }
}
