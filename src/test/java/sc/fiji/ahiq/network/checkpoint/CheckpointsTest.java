/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.ahiq.network.checkpoint.Refused.assertRefused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.WeightsException;

class CheckpointsTest {

    @TempDir
    Path folder;

    private Path file(String content) {
        return file(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path file(byte[] content) {
        return SafetensorsFixture.write(folder.resolve("weights.bin"), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state_dict_zip.pth",
                "state_dict_legacy.pth",
                "arrays.npz",
                "arrays_deflated.npz",
                "plain.safetensors"
            })
    void theContentTellsTheFormatWhateverTheName(String name) throws Exception {
        for (String other : new String[] {"weights.safetensors", "weights.npz", "weights.pth", "weights"}) {
            Path file = Files.copy(CheckpointFiles.path(name), folder.resolve(other));
            try (Checkpoint checkpoint = Checkpoints.open(file)) {
                assertThat(checkpoint.names())
                        .containsExactlyElementsOf(
                                CheckpointFiles.expected(name).keySet());
            }
        }
    }

    @Test
    void aHandWrittenSafetensorsFileWithALongHeaderIsOpened() {
        Path file = SafetensorsFixture.write(folder.resolve("long"), "{}" + " ".repeat(1000), 0);

        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThat(checkpoint.names()).isEmpty();
        }
    }

    static Stream<Arguments> otherFiles() {
        return Stream.of(
                Arguments.of(
                        "<!DOCTYPE html><html>",
                        "an HTML page. The download went wrong; open the address in a browser"),
                Arguments.of("\n  <HTML lang='en'>", "an HTML page."),
                Arguments.of("<?xml version='1.0'?><Error>", "an HTML page."),
                Arguments.of("version https://git-lfs.github.com/spec/v1\noid sha256:", "a Git LFS pointer."),
                Arguments.of("{\"error\": \"Entry not found\"}", "JSON text. The download went wrong"),
                Arguments.of("[1, 2]", "JSON text."),
                Arguments.of("\u0093NUMPY\u0001", "a single NumPy array. Save the arrays by their names"),
                Arguments.of("\u0089HDF\r\n\u001a\n", "an HDF5 file. Convert it to safetensors."),
                Arguments.of("\u001f\u008b\u0008", "a gzip file. Unpack it first."),
                Arguments.of(
                        "\u0080\u0004\u0095",
                        "a pickle that torch.save did not write. Save the state_dict with torch.save."),
                Arguments.of("Not weights at all", "a file that begins with 4e 6f 74 20 77 65 69 67."),
                Arguments.of("abc", "a file that begins with 61 62 63. Check the path"));
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void otherFilesAreRefusedByWhatTheyLookLike(String content, String words) {
        assertRefused(
                file(content), "at byte 0, expected weights as .pth of PyTorch, .npz or .safetensors, found " + words);
    }

    @Test
    void emptyFilesTarFilesAndOtherArchivesAreRefused() {
        assertRefused(file(new byte[0]), "found an empty file. Check the path");
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertRefused(file(tar), "found a tar archive. Unpack it first");
        assertRefused(
                file(new ZipFixture().stored("readme.txt", new byte[3]).toBytes()),
                "found a zip archive without data.pkl or .npy entries");
        assertRefused(
                file(new ZipFixture()
                        .stored("m/data.pkl", new byte[3])
                        .stored("m/constants.pkl", new byte[3])
                        .toBytes()),
                "found a TorchScript archive. It holds a program");
        assertRefused(file(new ZipFixture().deflated("a", new byte[1]).toBytes()), "found a zip archive without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training_checkpoint.pth", "state_dict_legacy.pth", "arrays.npz", "arrays_deflated.npz"})
    void everyTruncationIsRefused(String name) {
        byte[] whole = CheckpointFiles.bytes(name);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(file(Arrays.copyOf(whole, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"training_checkpoint_proto4.pth", "state_dict_legacy.pth", "arrays.npz", "arrays_deflated.npz"})
    void changedBytesAreRefusedOrHarmless(String name) {
        byte[] whole = CheckpointFiles.bytes(name);
        Random random = new Random(1);
        int refusals = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Path file = file(changed);
            try (Checkpoint checkpoint = Checkpoints.open(file)) {
                checkpoint.names().forEach(checkpoint::tensor);
            } catch (WeightsException e) {
                refusals++;
                assertThat(e).hasMessageStartingWith("Cannot read weights from " + file + ": ");
            }
        }
        assertThat(refusals).isBetween(100, 1999);
    }
}
