/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.ahiq.base.error.WeightsException;

class SafetensorsHostileTest {

    private static final String PLAIN = "plain.safetensors";

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                refused("st_empty", "at byte 0, expected the 8 bytes of a header length, found a file of 0 bytes"),
                refused(
                        "st_header_100mb_claim",
                        "at byte 0, expected a header of at most 100000000 bytes,"
                                + " found a header length of 100000001"),
                refused("st_header_too_long", "at byte 0", "found a header length of 4611686018427387904"),
                refused("st_not_json", "at byte 8, expected the { of a JSON header, found 0x6e"),
                refused(
                        "st_bad_dtype",
                        "entry \"w\", at byte 24, expected as dtype one of [F64, F32,",
                        "found \"F999\""),
                refused("st_duplicate_key", "at byte 62, expected each name only once", "found \"w\" again"),
                refused("st_negative_shape", "entry \"w\", at byte 41, expected as shape an array of", "found -4"),
                refused(
                        "st_overflow_shape",
                        "entry \"w\", at byte 9, expected a shape with fewer than 2^63 bytes,"
                                + " found F32[8589934592, 8589934592]"),
                refused(
                        "st_shape_mismatch",
                        "entry \"w\", at byte 9, expected 112 bytes for F32[4, 7],"
                                + " found 96 by data_offsets 0 and 96"),
                refused(
                        "st_past_end",
                        "entry \"i\", at byte 141, expected data_offsets begin <= end <= 168",
                        "found 144 and 1099511627776"),
                refused(
                        "st_overlap",
                        "entry \"w\", at byte 208, expected its data to begin at byte 256,"
                                + " where the data before it ends, found an overlap"),
                refused(
                        "st_gap",
                        "entry \"i\", at byte 141, expected data_offsets begin <= end <= 168",
                        "found 152 and 176"));
    }

    private static Arguments refused(String name, String... fragments) {
        return Arguments.of(name + ".safetensors", List.of(fragments));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyHostileFileIsRefusedWhereItGoesWrong(String name, List<String> fragments) {
        assertThatThrownBy(() -> Safetensors.open(CheckpointFiles.path("hostile/" + name)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(name + ": ")
                .hasMessageContaining("download it again")
                .hasMessageContainingAll(fragments.toArray(String[]::new));
    }

    @Test
    void everyHostileFileIsTested() throws IOException {
        try (Stream<Path> all = Files.list(CheckpointFiles.path("hostile"))) {
            List<String> names = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors"))
                    .toList();
            assertThat(files().map(arguments -> arguments.get()[0])).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                header("an array", "[]", "at byte 8, expected the { of a JSON header, found 0x5b"),
                header("nothing", "", "at byte 8", "found a header of length 0"),
                header("leading space", " {}", "at byte 8", "found 0x20"),
                header("cut off", "{\"w\":", "at byte 13, expected more of the JSON header, found its end"),
                header("not JSON", "{'w':1}", "at byte 9, expected a JSON header, found text that is not JSON"),
                header("a comment", "{/**/}", "at byte 10, expected a JSON header"),
                header("a bad escape", "{\"\\u12x4\":1}", "expected a JSON header, found text that is not JSON"),
                header("a second document", "{} {}", "at byte 11, expected a JSON header"),
                header(
                        "entry is a number",
                        "{\"w\":4}",
                        "entry \"w\", at byte 13, expected an object",
                        "found a number"),
                header("entry is null", "{\"w\":null}", "entry \"w\", at byte 13", "found null"),
                header("metadata is text", "{\"__metadata__\":\"\"}", "entry \"__metadata__\", at byte 24", "a string"),
                header(
                        "metadata holds a number",
                        "{\"__metadata__\":{\"a\":1}}",
                        "entry \"__metadata__\", at byte 29, expected a string for \"a\", found a number"),
                header(
                        "metadata twice",
                        "{\"__metadata__\":{},\"__metadata__\":{}}",
                        "at byte 27, expected each name only once"),
                header("metadata key twice", "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", "at byte 32", "\"a\" again"),
                entry("dtype twice", "\"dtype\":\"U8\",\"dtype\":\"U8\"", "at byte 27", "found \"dtype\" again"),
                entry(
                        "unknown field",
                        "\"strides\":[1]",
                        "at byte 14, expected only the fields",
                        "a field \"strides\""),
                entry(
                        "missing fields",
                        "\"dtype\":\"U8\"",
                        "at byte 9, expected the fields dtype, shape and data_offsets,"
                                + " found none named [data_offsets, shape]"),
                entry("dtype is a number", "\"dtype\":8", "at byte 22, expected as dtype one of", "found a number"),
                entry("dtype in lower case", "\"dtype\":\"u8\"", "at byte 22", "found \"u8\""),
                entry("dtype of later versions", "\"dtype\":\"F8_E4M3\"", "at byte 22", "found \"F8_E4M3\""),
                entry("shape is a number", "\"shape\":4", "at byte 22, expected as shape an array", "found a number"),
                entry("fractional dimension", "\"shape\":[1.0]", "at byte 23", "found 1.0"),
                entry("exponent", "\"shape\":[1e2]", "at byte 23", "found 1e2"),
                entry("minus zero", "\"shape\":[3,-0]", "at byte 25", "found -0"),
                entry("text as dimension", "\"shape\":[\"4\"]", "at byte 23", "found a string"),
                entry("not a number", "\"shape\":[NaN]", "expected a JSON header, found text that is not JSON"),
                entry("octal", "\"shape\":[010]", "expected a JSON header, found text that is not JSON"),
                entry("wide dimension", "\"shape\":[1000000000000000000]", "at byte 23", "found 1000000000000000000"),
                entry(
                        "nested shape",
                        "\"shape\":" + "[".repeat(1_000_000),
                        "at byte 23, expected as shape an array of at most 32 integers >= 0, found an array"),
                entry(
                        "33 dimensions",
                        "\"shape\":[" + "0,".repeat(32) + "0]",
                        "at byte 22",
                        "found an array with more"),
                entry("no end", "\"data_offsets\":[0]", "at byte 29", "found an array of length 1"),
                entry("three offsets", "\"data_offsets\":[0,0,0]", "at byte 29", "found an array with more"),
                entry("negative offset", "\"data_offsets\":[-1,0]", "at byte 30", "found -1"),
                tensor("begin after end", "U8", "[0]", "[1,0]", "at byte 9, expected data_offsets begin <= end <= 2"),
                tensor("zero hides overflow", "U8", "[0,9223372036854,9223372036854]", "[0,1]", "expected 0 bytes"),
                tensor(
                        "trailing bytes",
                        "U8",
                        "[1]",
                        "[0,1]",
                        "at byte 62, expected the end of the file after the last tensor, found 1 more bytes"),
                tensor(
                        "bytes before",
                        "U8",
                        "[1]",
                        "[1,2]",
                        "entry \"w\", at byte 62, expected its data to begin at"
                                + " byte 61, where the data before it ends, found a gap"));
    }

    private static Arguments tensor(String title, String dtype, String shape, String offsets, String... fragments) {
        return entry(
                title, "\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets, fragments);
    }

    private static Arguments entry(String title, String fields, String... fragments) {
        return header(title, "{\"w\":{" + fields + "}}", fragments);
    }

    private static Arguments header(String title, String header, String... fragments) {
        return Arguments.of(title, header, List.of(fragments));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void everyWrongHeaderIsRefusedWhereItGoesWrong(String title, String header, List<String> fragments) {
        Path file = SafetensorsFixture.write(folder.resolve("wrong.safetensors"), header, 2);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("wrong.safetensors: ")
                .hasMessageContainingAll(fragments.toArray(String[]::new));
    }

    @Test
    void deeplyNestedEntriesAreRefused() {
        Path file = SafetensorsFixture.write(folder.resolve("deep"), "{\"w\":".repeat(1_000_000), 0);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("entry \"w\", at byte 14, expected only the fields");
    }

    @Test
    void twoTensorsOverTheSameBytesAreRefused() {
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}";
        Path file = SafetensorsFixture.write(folder.resolve("twice"), header, 2);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("entry \"b\", at byte " + (8 + header.length()), "found an overlap");
    }

    @Test
    void aGapBetweenTensorsIsRefused() {
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[2,3]}}";
        Path file = SafetensorsFixture.write(folder.resolve("gap"), header, 3);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("entry \"b\", at byte " + (10 + header.length()), "found a gap");
    }

    @ParameterizedTest
    @MethodSource("malformedUtf8")
    void malformedUtf8IsRefused(byte[] malformed) {
        byte[] header = "{\"w____\":{}}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(malformed, 0, header, 3, malformed.length);
        Path file = SafetensorsFixture.write(folder.resolve("latin"), header, 0);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("latin: at byte 11, expected text in UTF-8, found bytes that are not");
    }

    static Stream<byte[]> malformedUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xe9}, // Latin-1
                new byte[] {(byte) 0x80},
                new byte[] {(byte) 0xc0, (byte) 0xaf}, // overlong
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // surrogate
                new byte[] {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80});
    }

    @Test
    void aHostileNameDoesNotFloodTheMessage() {
        String name = "\\u001b\\n" + "x".repeat(100_000);
        Path file = SafetensorsFixture.write(folder.resolve("name"), "{\"" + name + "\":1}", 0);

        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("entry \"??" + "x".repeat(78) + "...\", at byte")
                .extracting(Throwable::getMessage)
                .matches(message -> message.length() < 1000);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] plain = CheckpointFiles.bytes(PLAIN);
        for (int length = 0; length < plain.length; length++) {
            Path file = SafetensorsFixture.write(folder.resolve("cut.safetensors"), Arrays.copyOf(plain, length));
            assertThatThrownBy(() -> Safetensors.open(file))
                    .as("first %d bytes", length)
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("cut.safetensors: ");
        }
    }

    @Test
    void aChangedByteInTheHeaderIsRefusedOrHarmless() {
        byte[] plain = CheckpointFiles.bytes(PLAIN);
        int headerEnd = 240;
        Random random = new Random(1);
        int refusals = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] mutated = plain.clone();
            mutated[random.nextInt(headerEnd)] = (byte) random.nextInt(256);
            Path file = SafetensorsFixture.write(folder.resolve("mutated"), mutated);
            try (Checkpoint checkpoint = Safetensors.open(file)) {
                checkpoint.names().forEach(checkpoint::tensor);
            } catch (WeightsException e) {
                refusals++;
                assertThat(e).hasMessageContaining("mutated: ");
            }
        }
        assertThat(refusals).isBetween(1000, 1999);
    }
}
