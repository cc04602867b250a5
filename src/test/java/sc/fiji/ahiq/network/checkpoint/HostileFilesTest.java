/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.WeightsException;

class HostileFilesTest {

    private static final long MAX_ALLOCATED_BYTES = 8 << 20;

    static Stream<Arguments> files() {
        return Stream.of(
                refused("html_instead_of_weights.pth", "found an HTML page. The download went wrong"),
                refused(
                        "npz_object_dtype.npz",
                        "entry \"a.npy\", at byte 10, expected numbers of type f8,",
                        "found Python objects (|O). Such a file may hold a program, which is never run"),
                refused(
                        "npz_overflow_shape.npz",
                        "entry \"a.npy\", at byte 10, expected a tensor of less than 2^31 bytes,"
                                + " found F32[1099511627776, 1073741824]"),
                refused(
                        "pickle_eval.pth",
                        "entry \"archive/data.pkl\", at byte 13, expected only names that tensors need,"
                                + " found \"__builtin__.eval\"",
                        "never run"),
                refused(
                        "pickle_huge_frame.pth",
                        "at byte 11, expected 4611686018427387904 more bytes of the pickle, found 1 before its end"),
                refused(
                        "pickle_huge_string.pth",
                        "at byte 11, expected 1152921504606846976 more bytes of the pickle, found 2 before its end"),
                refused("pickle_java_runtime.pth", "at byte 2", "found \"java.lang.Runtime\""),
                refused("pickle_no_stop.pth", "at byte 3, expected more instructions, the last being STOP"),
                refused(
                        "pickle_os_system.pth",
                        "entry \"archive/data.pkl\", at byte 13, expected only names that tensors need,"
                                + " found \"posix.system\". The file holds more than weights"),
                refused("pickle_stack_underflow.pth", "at byte 2, expected 2 values on the stack, found 0"),
                refused("pickle_truncated.pth", "at byte 22, expected 1 more bytes of the pickle, found 0"),
                refused("st_bad_dtype.safetensors", "found \"F999\""),
                refused("st_duplicate_key.safetensors", "found \"w\" again"),
                refused("st_empty.safetensors", "found an empty file"),
                refused("st_gap.safetensors", "expected data_offsets begin <= end <= 168"),
                refused("st_header_100mb_claim.safetensors", "found a header length of 100000001"),
                refused("st_header_too_long.safetensors", "found a header length of 4611686018427387904"),
                refused("st_negative_shape.safetensors", "found -4"),
                refused("st_not_json.safetensors", "found a file that begins with 08 00 00 00 00 00 00 00"),
                refused("st_overflow_shape.safetensors", "found F32[8589934592, 8589934592]"),
                refused("st_overlap.safetensors", "found an overlap"),
                refused("st_past_end.safetensors", "found 144 and 1099511627776"),
                refused("st_shape_mismatch.safetensors", "expected 112 bytes for F32[4, 7], found 96"),
                refused(
                        "storage_missing.pth",
                        "entry \"archive/data.pkl\", at byte 157, expected an entry \"archive/data/0\" of 16 bytes,"
                                + " found none"),
                refused("storage_short.pth", "expected an entry \"archive/data/0\" of 16 bytes, found one of 8"),
                refused(
                        "zip_bomb.npz",
                        "entry \"a.npy\", at byte 0, expected data compressed at most 200:1,"
                                + " found 4194432 bytes in 4167"),
                refused(
                        "zip_slip.pth",
                        "entry \"../../../tmp/evil\", at byte 380, expected a name within the archive,"
                                + " found one that leads out of it"),
                refused(
                        "zip_truncated.pth",
                        "at byte 373, expected the directory that ends a zip archive, found the end of the file."
                                + " The file is incomplete"));
    }

    private static Arguments refused(String name, String... fragments) {
        return Arguments.of(name, fragments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyHostileFileIsRefusedWhereItGoesWrong(String name, String[] fragments) {
        Refused.assertRefused(CheckpointFiles.path("hostile/" + name), fragments);
    }

    @Test
    void everyHostileFileIsTested() throws IOException {
        try (Stream<Path> all = Files.list(CheckpointFiles.path("hostile"))) {
            assertThat(files().map(arguments -> arguments.get()[0]))
                    .containsExactlyInAnyOrderElementsOf(
                            all.map(path -> path.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aRefusalTakesLittleMemory(String name) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Path file = CheckpointFiles.path("hostile/" + name);

        long before = thread.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> Checkpoints.open(file)).isInstanceOf(WeightsException.class);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_ALLOCATED_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aRefusalRunsAndWritesNothing(String name) throws IOException {
        Path file = CheckpointFiles.path("hostile/" + name);
        List<Path> before = list(file.getParent());

        assertThatThrownBy(() -> Checkpoints.open(file)).isInstanceOf(WeightsException.class);

        assertThat(Path.of("pwned")).doesNotExist(); // of pickle_os_system.pth
        assertThat(file.resolveSibling("../../../tmp/evil")).doesNotExist(); // of zip_slip.pth
        assertThat(Path.of("../../../tmp/evil")).doesNotExist();
        assertThat(list(file.getParent())).isEqualTo(before);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
