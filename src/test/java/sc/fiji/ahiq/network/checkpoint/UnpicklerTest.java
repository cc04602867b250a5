/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.ahiq.network.checkpoint.Refused.assertRefused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles assembled by hand, in torch archives without storages. Offsets are those in the pickle. */
class UnpicklerTest {

    private static final Set<PickleOpcode> REFUSED = EnumSet.of(
            PickleOpcode.POP,
            PickleOpcode.POP_MARK,
            PickleOpcode.DUP,
            PickleOpcode.FLOAT,
            PickleOpcode.INT,
            PickleOpcode.LONG,
            PickleOpcode.PERSID,
            PickleOpcode.STRING,
            PickleOpcode.UNICODE,
            PickleOpcode.DICT,
            PickleOpcode.GET,
            PickleOpcode.INST,
            PickleOpcode.LIST,
            PickleOpcode.OBJ,
            PickleOpcode.PUT,
            PickleOpcode.PROTO,
            PickleOpcode.NEWOBJ,
            PickleOpcode.EXT1,
            PickleOpcode.EXT2,
            PickleOpcode.EXT4,
            PickleOpcode.LONG4,
            PickleOpcode.EMPTY_SET,
            PickleOpcode.ADDITEMS,
            PickleOpcode.FROZENSET,
            PickleOpcode.NEWOBJ_EX,
            PickleOpcode.BYTEARRAY8,
            PickleOpcode.NEXT_BUFFER,
            PickleOpcode.READONLY_BUFFER);

    @TempDir
    Path folder;

    private Path file(PickleFixture pickle) {
        return TorchFixture.zip(folder.resolve("pickle.pth"), pickle);
    }

    @Test
    void everyInstructionOutsideOfTheAllowListIsRefusedByItsName() {
        int unknown = 0;
        Set<PickleOpcode> refused = EnumSet.noneOf(PickleOpcode.class);
        for (int code = 0; code < 256; code++) {
            PickleOpcode opcode = PickleOpcode.of(code);
            if (opcode == null || REFUSED.contains(opcode)) {
                String name = opcode == null ? String.format("the byte 0x%02x", code) : opcode.name();
                assertRefused(
                        file(new PickleFixture().op('}', code, '.')),
                        "entry \"a/data.pkl\", at byte 3, expected an instruction that torch.save needs for tensors,"
                                + " found " + name + ". ");
                unknown += opcode == null ? 1 : 0;
                refused.add(opcode == null ? PickleOpcode.POP : opcode);
            }
        }
        assertThat(unknown).isEqualTo(256 - PickleOpcode.values().length);
        assertThat(refused).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "nt, system",
        "subprocess, Popen",
        "builtins, exec",
        "__builtin__, eval",
        "builtins, getattr",
        "torch, load",
        "torch.serialization, load",
        "torch._utils, _rebuild_tensor_v3",
        "torch._utils, _rebuild_sparse_tensor",
        "torch.jit, load",
        "torch, ComplexFloatStorage",
        "numpy.core.multiarray, _reconstruct",
        "numpy, ndarray",
        "__torch__.ahiq, Network",
        "java.lang, ProcessBuilder",
        "sc.fiji.ahiq.network.checkpoint, Safetensors",
    })
    void everyNameOutsideOfTheAllowListIsRefused(String module, String name) {
        assertRefused(
                file(new PickleFixture().op('}').global(module, name).op('.')),
                "at byte 3, expected only names that tensors need, found \"" + module + '.' + name + '"',
                "never run");
        assertRefused(
                file(new PickleFixture().op('}').text(module).text(name).op(0x93, '.')),
                "found \"" + module + '.' + name + '"');
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 255})
    void otherProtocolsAreRefused(int protocol) {
        PickleFixture pickle = new PickleFixture();
        byte[] bytes = pickle.op('}', '.').toBytes();
        bytes[1] = (byte) protocol;
        Path file = SafetensorsFixture.write(
                folder.resolve("protocol.pth"),
                new ZipFixture().stored("a/data.pkl", bytes).toBytes());

        assertRefused(file, "at byte 0, expected a pickle of protocol 2 to 5, found protocol " + protocol);
    }

    @Test
    void textPicklesAreRefused() {
        Path file = SafetensorsFixture.write(
                folder.resolve("text.pth"),
                new ZipFixture()
                        .stored("a/data.pkl", "(dp0\n.".getBytes(StandardCharsets.US_ASCII))
                        .toBytes());

        assertRefused(file, "at byte 0, expected a pickle of protocol 2 to 5, found the byte 0x28");
    }

    static Stream<Arguments> wrongPickles() {
        return Stream.of(
                wrong("nothing returned", pickle().op('.'), "at byte 2, expected 1 values on the stack, found 0"),
                wrong("no mark", pickle().op('t', '.'), "at byte 2, expected a mark on the stack, found none"),
                wrong("a mark below", pickle().op('}', '(', 's', '.'), "at byte 4, expected 2 values on the stack"),
                wrong("a mark popped", pickle().op('(', '.'), "at byte 3, expected 1 values on the stack"),
                wrong("odd items", pickle().op('}', '(', 'N', 'u', '.'), "expected keys and values in pairs, found 1"),
                wrong(
                        "append to a dict",
                        pickle().op('}', 'N', 'a', '.'),
                        "expected a list to append to, found a dict"),
                wrong("append to a tuple", pickle().op(')', 'N', 'a', '.'), "found a tuple of 0"),
                wrong("items of a list", pickle().op(']', 'N', 'N', 's', '.'), "expected a dict to set items of"),
                wrong("a list as key", pickle().op('}', ']', 'N', 's', '.'), "expected text or integers as keys"),
                wrong(
                        "a key twice",
                        pickle().op('}').text("k").op('N', 's').text("k").op('N', 's', '.'),
                        "expected each key of a dict only once, found \"k\" again"),
                wrong("not memorised", pickle().op('h', 7, '.'), "expected something memorised as 7, found nothing"),
                wrong("nothing to memorise", pickle().op('q', 0, '.'), "at byte 2, expected 1 values on the stack"),
                wrong(
                        "memo far away",
                        pickle().op('}', 'r', 255, 255, 255, 255, 'j', 254, 255, 255, 255, '.'),
                        "expected something memorised as 4294967294"),
                wrong(
                        "negative length",
                        pickle().op('T', 255, 255, 255, 255, '.'),
                        "at byte 7, expected 18446744073709551615 more bytes of the pickle, found 1"),
                wrong("long text", pickle().op('X', 255, 255, 255, 255), "expected 4294967295 more bytes"),
                wrong("long bytes", pickle().op('B', 255, 255, 255, 127), "expected 2147483647 more bytes"),
                wrong(
                        "negative bytes",
                        pickle().op(0x8e, 255, 255, 255, 255, 255, 255, 255, 255),
                        "expected 18446744073709551615 more bytes"),
                wrong("long integer", pickle().op(0x8a, 200, 1), "expected 200 more bytes"),
                wrong("not UTF-8", pickle().op('X', 1, 0, 0, 0, 0xff), "at byte 7, expected text in UTF-8"),
                wrong("no line", pickle().op('c', 'o', 's'), "at byte 3, expected a line of at most 256 bytes"),
                wrong(
                        "a long line",
                        pickle().op('c').raw(new byte[1000]),
                        "expected a line of at most 256 bytes, found no line feed"),
                wrong("call of text", pickle().text("os").op(')', 'R', '.'), "expected a name to call, found \"os\""),
                wrong(
                        "call of a storage class",
                        pickle().global("torch", "FloatStorage").op(')', 'R', '.'),
                        "expected something to call, found torch.FloatStorage"),
                wrong(
                        "arguments in a list",
                        pickle().global("collections", "OrderedDict").op(']', 'R', '.'),
                        "expected a tuple of arguments, found a list"),
                wrong(
                        "wrong arguments",
                        pickle().global("torch._utils", "_rebuild_tensor_v2").op(')', 'R', '.'),
                        "as arguments of torch._utils._rebuild_tensor_v2 (storage, offset,"),
                wrong(
                        "parameter of a dict",
                        pickle().global("torch._utils", "_rebuild_parameter").op('}', 0x88, 'N', 0x87, 'R', '.'),
                        "as arguments of torch._utils._rebuild_parameter (tensor,"),
                wrong("names that are no text", pickle().op('N', 'N', 0x93, '.'), "expected a module and a name"),
                wrong("state of a list", pickle().op(']', '}', 'b', '.'), "found a dict for a list"),
                wrong("persistent text", pickle().text("0").op('Q', '.'), "expected ('storage', class, key,"),
                wrong(
                        "negative storage",
                        pickle().storage("FloatStorage", "0", -1).op('.'),
                        "expected ('storage', class, key,"),
                wrong(
                        "huge storage",
                        pickle().storage("FloatStorage", "0", Long.MAX_VALUE).op('.'),
                        "expected ('storage', class, key,"),
                wrong(
                        "a storage of two types",
                        pickle().op('(')
                                .storage("FloatStorage", "0", 1)
                                .storage("HalfStorage", "0", 1)
                                .op('t', '.'),
                        "expected one type and length of storage \"0\", found two"),
                wrong(
                        "another codec",
                        pickle().global("_codecs", "encode")
                                .text("x")
                                .text("rot13")
                                .op(0x86, 'R', '.'),
                        "as arguments of _codecs.encode (text, 'latin1')"),
                wrong(
                        "object scalars",
                        pickle().global("numpy", "dtype").text("O8").op(0x89, 0x88, 0x87, 'R', '.'),
                        "expected a NumPy number type such as f8, found \"O8\""),
                wrong("a number alone", pickle().op('K', 7, '.'), "expected a dict of tensors, found 7"),
                wrong("text alone", pickle().text("weights").op('.'), "found \"weights\""),
                wrong(
                        "names that coincide",
                        pickle().op('}', '(')
                                .text("a")
                                .op('}')
                                .text("b")
                                .op('N', 's')
                                .text("a.b")
                                .op('N', 'u', '.'),
                        "expected each name only once, found \"a.b\" again"),
                wrong(
                        "text and integer that coincide",
                        pickle().op('}', '(').text("0").op('N', 'K', 0, 'N', 'u', '.'),
                        "found \"0\" again"),
                wrong("control characters", pickle().op('}').text("a\nb").op('N', 's', '.'), "control characters"),
                wrong("a long name", pickle().op('}').text("k".repeat(300)).op('N', 's', '.'), "at most 256"));
    }

    private static PickleFixture pickle() {
        return new PickleFixture();
    }

    private static Arguments wrong(String title, PickleFixture pickle, String fragment) {
        return Arguments.of(title, pickle, fragment);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPickles")
    void everyWrongPickleIsRefusedWhereItGoesWrong(String title, PickleFixture pickle, String fragment) {
        assertRefused(file(pickle), "entry \"a/data.pkl\", at byte ", fragment);
    }

    @Test
    void aDictInItselfIsRefused() {
        PickleFixture pickle = pickle().op('}', 'q', 0).text("self").op('h', 0, 's', '.');

        assertRefused(file(pickle), "expected at most 32 levels of dicts and lists, found more in \"self.self.self");
    }

    @Test
    void aListInItselfIsRefused() {
        PickleFixture pickle = pickle().op(']', 'q', 0, 'h', 0, 'a', '.');

        assertRefused(file(pickle), "expected at most 32 levels");
    }

    @Test
    void deepNestingIsRefused() {
        PickleFixture pickle = pickle().op('N');
        for (int i = 0; i < 500_000; i++) {
            pickle.op(0x85);
        }

        assertRefused(file(pickle.op('.')), "expected at most 32 levels");
    }

    @Test
    void aListOfListsOfTheSameListsIsRefusedByItsNumberOfValues() {
        PickleFixture pickle = pickle().op(']', 0x94);
        for (int level = 0; level < 20; level++) {
            pickle.op(']', 0x94, '(');
            for (int i = 0; i < 10; i++) {
                pickle.op('h', level);
            }
            pickle.op('e');
        }

        assertRefused(file(pickle.op('.')), "expected an object with at most 1000000 values, found more");
    }

    @Test
    void endlessInstructionsAreRefused() {
        byte[] marks = new byte[2_000_000];
        Arrays.fill(marks, (byte) '(');

        assertRefused(file(pickle().raw(marks)), "expected a pickle of at most 1000000 instructions, found more");
    }

    @Test
    void longPicklesAreRefused() {
        assertRefused(
                file(pickle().raw(new byte[1 << 24])),
                "expected a pickle of at most 16777216 bytes, found 16777218 bytes");
    }

    @Test
    void readsWhatPython2Wrote() {
        PickleFixture pickle = pickle().global("collections", "OrderedDict").op('(', ']', '(');
        pickle.op(']', '(', 'U', 1, 'a', 'K', 1, 'e').op(']', '(', 'T', 1, 0, 0, 0, 'b', 'M', 0, 1, 'e');
        pickle.op('e', 't', 'R', '.');

        try (Checkpoint checkpoint = Checkpoints.open(file(pickle))) {
            assertThat(checkpoint.metadata())
                    .containsEntry("a", "1")
                    .containsEntry("b", "256")
                    .hasSize(2);
        }
    }

    @Test
    void readsEveryKindOfValueAsMetadata() {
        PickleFixture pickle = pickle().op(0x95, 1, 0, 0, 0, 0, 0, 0, 0, '}', '(');
        pickle.text("none").op('N').text("true").op(0x88).text("int").op('J', 254, 255, 255, 255);
        pickle.text("zero").op(0x8a, 0).text("big").op(0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        pickle.text("float").op('G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0);
        pickle.text("short").op(0x8c, 1, 'x').text("wide").op(0x8d, 1, 0, 0, 0, 0, 0, 0, 0, 'y');
        pickle.text("bytes").op('C', 2, 0, 0).text("bytes4").op('B', 1, 0, 0, 0, 9);
        pickle.text("bytes8").op(0x8e, 1, 0, 0, 0, 0, 0, 0, 0, 9);
        pickle.text("tuple").op('K', 1, 'K', 2, 0x86).text("empty").op(')');
        pickle.text("device").global("torch", "device").text("cuda").op('K', 1, 0x86, 'R');
        pickle.text("cpu").global("torch", "device").text("cpu").op(0x85, 'R');
        pickle.text("size").global("torch", "Size").op('K', 5, 0x85, 0x85, 'R');
        pickle.text("type").global("torch", "FloatStorage").text("storage").storage("IntStorage", "0", 0);
        pickle.text("text").text("t".repeat(300)).op('u', '.');

        try (Checkpoint checkpoint = Checkpoints.open(file(pickle))) {
            assertThat(checkpoint.names()).isEmpty();
            assertThat(checkpoint.metadata())
                    .containsEntry("none", "None")
                    .containsEntry("true", "True")
                    .containsEntry("int", "-2")
                    .containsEntry("zero", "0")
                    .containsEntry("big", "18446744073709551616")
                    .containsEntry("float", "1.5")
                    .containsEntry("short", "x")
                    .containsEntry("wide", "y")
                    .containsEntry("bytes", "2 bytes")
                    .containsEntry("bytes4", "1 bytes")
                    .containsEntry("bytes8", "1 bytes")
                    .containsEntry("tuple.0", "1")
                    .containsEntry("tuple.1", "2")
                    .containsEntry("device", "cuda:1")
                    .containsEntry("cpu", "cpu")
                    .containsEntry("size.0", "5")
                    .containsEntry("type", "torch.FloatStorage")
                    .containsEntry("storage", "a storage")
                    .containsEntry("text", "t".repeat(256) + "...")
                    .hasSize(19);
        }
    }

    @ParameterizedTest
    @CsvSource({"numpy.core.multiarray, <, 63", "numpy._core.multiarray, >, 36"})
    void readsNumpyScalars(String module, char order, String value) {
        PickleFixture pickle =
                pickle().op('}').text("loss").global(module, "scalar").global("numpy", "dtype");
        pickle.text("i2").op(0x89, 0x88, 0x87, 'R', '(', 'K', 3, 'U', 1, order, 'N', 'N', 'N', 'K', 0, 'K', 0, 'K', 0);
        pickle.op('t', 'b', 'C', 2, value.charAt(0) - '0', value.charAt(1) - '0', 0x86, 'R', 's', '.');

        try (Checkpoint checkpoint = Checkpoints.open(file(pickle))) {
            assertThat(checkpoint.metadata()).containsEntry("loss", Integer.toString(3 * 256 + 6));
        }
    }

    @Test
    void longListsOfNumbersAreCutInTheMetadata() {
        PickleFixture pickle = pickle().op('}').text("losses").op(']', '(');
        for (int i = 0; i < 20_000; i++) {
            pickle.op('K', 1);
        }

        try (Checkpoint checkpoint = Checkpoints.open(file(pickle.op('e', 's', '.')))) {
            assertThat(checkpoint.metadata()).hasSize(10_000).containsKey("losses.9999");
        }
    }
}
