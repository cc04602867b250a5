/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

class ScriptArchiveTest {

    private static final int LOCAL_HEADER_SIGNATURE = 0x04034b50;

    private final ScriptModule root = new ScriptModule("m.Größe")
            .set("a", Tensor.of(new float[] {1, 2, 3}, 3))
            .setStacked("s", List.of(Tensor.of(new float[] {4, 5}, 2), Tensor.of(new float[] {6, 7}, 2)))
            .set("h", Tensor.of(new float[] {1, -2}, 2).to(DType.F16))
            .set("empty", Tensor.of(new float[0], 0));
    private final Map<String, String> sources = Map.of("m/b.py", "# Größe\n", "m/a.py", "class A(Module):\n");

    @Test
    void allPartsLieBelowOneFolder() throws IOException {
        assertThat(entries(write()))
                .containsOnlyKeys(
                        "net/data.pkl",
                        "net/code/__torch__/m/a.py",
                        "net/code/__torch__/m/b.py",
                        "net/data/0",
                        "net/data/1",
                        "net/data/2",
                        "net/data/3",
                        "net/constants.pkl",
                        "net/version",
                        "net/byteorder");
    }

    @Test
    void partsHaveTheirContent() throws IOException {
        Map<String, byte[]> entries = entries(write());

        assertThat(entries.get("net/data.pkl")).isEqualTo(new ModulePickler().pickle(root));
        assertThat(entries.get("net/code/__torch__/m/b.py"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("# Größe\n");
        assertThat(entries.get("net/constants.pkl")).containsExactly(0x80, 2, ')', '.');
        assertThat(entries.get("net/version")).asString(StandardCharsets.UTF_8).isEqualTo("10\n");
        assertThat(entries.get("net/byteorder"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("little");
        assertThat(entries.get("net/data/0")).isEqualTo(littleEndian(1, 2, 3));
        assertThat(entries.get("net/data/2")).containsExactly(0x00, 0x3c, 0x00, 0xc0);
        assertThat(entries.get("net/data/3")).isEmpty();
    }

    @Test
    void stackedTensorsAreWrittenOneAfterTheOther() throws IOException {
        assertThat(entries(write()).get("net/data/1")).isEqualTo(littleEndian(4, 5, 6, 7));
    }

    @Test
    void everyEntryIsStoredAndItsContentAligned() throws IOException {
        ByteBuffer archive = ByteBuffer.wrap(write()).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        int entries = 0;
        while (archive.getInt(offset) == LOCAL_HEADER_SIGNATURE) {
            int content = offset + 30 + archive.getShort(offset + 26) + archive.getShort(offset + 28);
            assertThat(archive.getShort(offset + 8)).as("method").isEqualTo((short) ZipEntry.STORED);
            assertThat(content % 64)
                    .as("content of the entry at byte " + offset)
                    .isZero();
            offset = content + archive.getInt(offset + 18);
            entries++;
        }
        assertThat(entries).isEqualTo(10);
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        byte[] first = write();
        Map<String, String> otherOrder = new LinkedHashMap<>();
        otherOrder.put("m/a.py", sources.get("m/a.py"));
        otherOrder.put("m/b.py", sources.get("m/b.py"));

        assertThat(write()).isEqualTo(first);
        assertThat(write(new ScriptArchive("net", root, otherOrder))).isEqualTo(first);
    }

    @Test
    void theTargetStaysOpen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        new ScriptArchive("net", root, sources).write(bytes);

        assertThat(bytes.toByteArray()).isEqualTo(write());
    }

    private byte[] write() throws IOException {
        return write(new ScriptArchive("net", root, sources));
    }

    private static byte[] write(ScriptArchive archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive.write(bytes);
        return bytes.toByteArray();
    }

    /** The stream checks each entry's CRC. */
    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    private static byte[] littleEndian(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
