/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sc.fiji.ahiq.network.checkpoint.Refused.assertRefused;
import static sc.fiji.ahiq.network.checkpoint.TorchFixture.counting;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.ahiq.base.error.WeightsException;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/** Views of storages in torch archives. */
class TorchTensorsTest {

    private static final long MEBIBYTE = 1 << 20;
    private static final long HUGE = 1L << 62;

    @TempDir
    Path folder;

    private Path file(String type, byte[] storage, long elements, long offset, long[] shape, long... strides) {
        return TorchFixture.tensor(folder.resolve("w.pth"), type, storage, elements, offset, shape, strides);
    }

    @ParameterizedTest
    @CsvSource({
        "DoubleStorage, F64",
        "FloatStorage, F32",
        "HalfStorage, F16",
        "BFloat16Storage, BF16",
        "LongStorage, I64",
        "IntStorage, I32",
        "ShortStorage, I16",
        "CharStorage, I8",
        "ByteStorage, U8",
        "BoolStorage, BOOL",
        "UntypedStorage, U8",
    })
    void readsEveryTypeOfStorage(String type, DType dtype) {
        byte[] storage = counting(3 * dtype.sizeBytes());
        Path file = file(type, storage, 3, 1, new long[] {2}, 1);

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            byte[] read = new byte[2 * dtype.sizeBytes()];
            checkpoint.tensor("w").data().get(read);
            assertThat(checkpoint.info("w")).isEqualTo(new TensorInfo(dtype, 2));
            assertThat(read).isEqualTo(Arrays.copyOfRange(storage, dtype.sizeBytes(), storage.length));
        }
    }

    @Test
    void arrangesViewsInRowMajorOrder() {
        assertThat(bytesOfView(0, new long[] {2, 3}, 1, 2)).containsExactly(0, 2, 4, 1, 3, 5); // transposed
        assertThat(bytesOfView(1, new long[] {2, 2}, 3, 1)).containsExactly(1, 2, 4, 5); // a slice
        assertThat(bytesOfView(3, new long[] {3}, 0)).containsExactly(3, 3, 3); // expanded
        assertThat(bytesOfView(0, new long[] {2, 2}, 1, 1)).containsExactly(0, 1, 1, 2); // overlapping
        assertThat(bytesOfView(2, new long[] {1, 2, 1}, 77, 1, 99)).containsExactly(2, 3); // strides that do not matter
        assertThat(bytesOfView(5, new long[0])).containsExactly(5); // a scalar
        assertThat(bytesOfView(6, new long[] {0, 3}, 3, 1)).isEmpty();
        assertThat(bytesOfView(99, new long[] {0}, 1)).isEmpty(); // nothing of anywhere
    }

    private int[] bytesOfView(long offset, long[] shape, long... strides) {
        try (Checkpoint checkpoint = Checkpoints.open(file("ByteStorage", counting(6), 6, offset, shape, strides))) {
            assertThat(checkpoint.info("w").shape()).isEqualTo(shape);
            return values(checkpoint.tensor("w"));
        }
    }

    private static int[] values(Tensor tensor) {
        return IntStream.range(0, tensor.elementCount())
                .map(i -> (int) tensor.get(i))
                .toArray();
    }

    @Test
    void viewsThatLeaveTheirStorageAreRefused() {
        assertViewRefused("expected a view within the 6 elements of its storage", 6, new long[0]);
        assertViewRefused("found U8[7] at element 0 with strides [1]", 0, new long[] {7}, 1);
        assertViewRefused("expected a view within", 5, new long[] {2}, 1);
        assertViewRefused("expected a view within", 0, new long[] {2, 2}, 5, 1);
        assertViewRefused("expected a view within", HUGE, new long[] {2}, HUGE);
        assertViewRefused("expected a view within", 0, new long[] {3, 3}, HUGE, HUGE);
        assertViewRefused("expected a view within", Long.MAX_VALUE, new long[] {2}, 1);
        assertViewRefused("expected strides and an offset >= 0", -1, new long[] {1}, 1);
        assertViewRefused("expected strides and an offset >= 0", 5, new long[] {2}, -1);
        assertViewRefused("expected dimensions >= 0", 0, new long[] {-2, -3}, 1, 1);
        assertViewRefused("expected a tensor of less than 2^31 bytes", 0, new long[] {HUGE, HUGE}, 0, 0);
        assertViewRefused("expected a tensor of less than 2^31 bytes", 0, new long[] {1L << 31}, 0);
        assertViewRefused("2 dimensions and 1 strides", 0, new long[] {1, 1}, 1);
        assertViewRefused("shape and strides of at most 32 integers", 0, new long[33], new long[33]);
    }

    private void assertViewRefused(String fragment, long offset, long[] shape, long... strides) {
        assertRefused(
                file("ByteStorage", counting(6), 6, offset, shape, strides),
                "entry \"a/data.pkl\", at byte ",
                fragment);
    }

    @Test
    void aStorageOfAnotherLengthIsRefused() {
        assertRefused(
                file("FloatStorage", counting(12), 4, 0, new long[] {3}, 1),
                "expected an entry \"a/data/0\" of 16 bytes, found one of 12");
    }

    @Test
    void hugeExpandedTensorsAreRefusedWhenAskedFor() {
        try (Checkpoint checkpoint =
                Checkpoints.open(file("ByteStorage", counting(1), 1, 0, new long[] {1L << 28}, 0))) {
            assertThatThrownBy(() -> checkpoint.tensor("w"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("spreads over at most 134217728 bytes, found U8[268435456]")
                    .hasMessageContaining("Save it again as a contiguous tensor.");
        }
    }

    @Test
    void largeStoredTensorsTakeNoHeap() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int bytes = 16 << 20;
        Path file = file("FloatStorage", new byte[bytes], bytes / 4, 0, new long[] {bytes / 4}, 1);

        long before = thread.getCurrentThreadAllocatedBytes();
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThat(checkpoint.tensor("w").elementCount()).isEqualTo(bytes / 4);
        }

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MEBIBYTE);
    }

    @Test
    void readsDeflatedArchivesAndEntriesItDoesNotKnow() {
        PickleFixture pickle = new PickleFixture().op('}').text("w");
        pickle.tensor("ByteStorage", "key", 6, 1, new long[] {2, 2}, new long[] {1, 2})
                .op('s', '.');
        ZipFixture zip = new ZipFixture()
                .deflated("model/data.pkl", pickle.toBytes())
                .deflated("model/data/key", counting(6))
                .stored("model/byteorder", "little".getBytes(StandardCharsets.US_ASCII))
                .stored("model/.data/serialization_id", new byte[40])
                .stored("model/empty/", new byte[0]);
        Path file = SafetensorsFixture.write(folder.resolve("deflated"), zip.toBytes());

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThat(values(checkpoint.tensor("w"))).containsExactly(1, 3, 2, 4);
        }
    }

    @Test
    void bigEndianFilesAreRefused() {
        ZipFixture zip = new ZipFixture()
                .stored("a/data.pkl", new PickleFixture().op('}', '.').toBytes())
                .stored("a/byteorder", "big".getBytes(StandardCharsets.US_ASCII));

        assertRefused(
                SafetensorsFixture.write(folder.resolve("big"), zip.toBytes()),
                "entry \"a/byteorder\", at byte 0, expected the byte order \"little\", found \"big\"."
                        + " Save the file again on a little-endian computer.");
    }

    @Test
    void twoPicklesAreRefused() {
        byte[] pickle = new PickleFixture().op('}', '.').toBytes();
        ZipFixture zip = new ZipFixture().stored("a/data.pkl", pickle).stored("b/data.pkl", pickle);

        assertRefused(
                SafetensorsFixture.write(folder.resolve("two"), zip.toBytes()),
                "expected one entry data.pkl in a folder, found 2 of them");
    }

    @Test
    void aChangedByteInAStorageIsRefusedWhenAskedFor() {
        byte[] archive = CheckpointFiles.bytes("state_dict_zip.pth");
        int storage = new String(archive, StandardCharsets.ISO_8859_1).indexOf("state_dict_zip/data/0");
        // The storage begins at a multiple of 64 bytes, behind its name.
        archive[(storage + 21 + 63) / 64 * 64 + 5]++;
        Path file = SafetensorsFixture.write(folder.resolve("flipped"), archive);

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThatThrownBy(() -> checkpoint.names().forEach(checkpoint::tensor))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("entry \"state_dict_zip/data/0\", at byte 0, expected data with the CRC-32 ");
        }
    }
}
