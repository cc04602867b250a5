/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.ahiq.network.checkpoint.Refused.assertRefused;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the layout before PyTorch 1.6, assembled by hand. */
class TorchLegacyTest {

    private static final long PROTOCOL = 1001;

    @TempDir
    Path folder;

    private final PickleFixture protocol = new PickleFixture().integer(PROTOCOL).op('.');
    private final PickleFixture system =
            new PickleFixture().op('}').text("little_endian").op(0x88, 's', '.');

    private Path file(PickleFixture protocol, PickleFixture system, PickleFixture keys, byte[] storages) {
        PickleFixture object = new PickleFixture().op('}').text("w");
        object.tensor("ByteStorage", "7", 3, 1, new long[] {2}, new long[] {1}).op('s', '.');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(TorchLegacy.MAGIC);
        bytes.writeBytes(protocol.toBytes());
        bytes.writeBytes(system.toBytes());
        bytes.writeBytes(object.toBytes());
        bytes.writeBytes(keys.toBytes());
        bytes.writeBytes(storages);
        return SafetensorsFixture.write(folder.resolve("legacy.pth"), bytes.toByteArray());
    }

    private static PickleFixture keys(String... keys) {
        PickleFixture pickle = new PickleFixture().op(']', '(');
        for (String key : keys) {
            pickle.text(key);
        }
        return pickle.op('e', '.');
    }

    private static byte[] storage(long elements, int bytes) {
        return ByteBuffer.allocate(Long.BYTES + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(elements)
                .put(TorchFixture.counting(bytes))
                .array();
    }

    @Test
    void readsAFileAssembledByHand() {
        try (Checkpoint checkpoint = Checkpoints.open(file(protocol, system, keys("7"), storage(3, 3)))) {
            assertThat(checkpoint.tensor("w").toFloats()).containsExactly(1, 2);
        }
    }

    @Test
    void anotherProtocolIsRefused() {
        PickleFixture other = new PickleFixture().integer(1002).op('.');

        assertRefused(
                file(other, system, keys("7"), storage(3, 3)),
                "at byte 15, expected the torch protocol version 1001, found 1002");
    }

    @Test
    void bigEndianFilesAreRefused() {
        PickleFixture big = new PickleFixture().op('}').text("little_endian").op(0x89, 's', '.');

        assertRefused(
                file(protocol, big, keys("7"), storage(3, 3)),
                "expected little_endian = True, found another byte order. Save the file again on a little-endian");
    }

    @Test
    void storagesThatAreMissingOrTooManyAreRefused() {
        assertRefused(file(protocol, system, keys(), new byte[0]), "expected a storage \"7\" in the file, found none");
        assertRefused(
                file(protocol, system, keys("7", "8"), storage(3, 3)),
                "expected storages that the tensors name, found \"8\"");
        assertRefused(
                file(protocol, system, keys("7", "7"), storage(3, 3)), "expected each storage only once, found \"7\"");
        assertRefused(
                file(protocol, system, new PickleFixture().op('}', '.'), storage(3, 3)),
                "expected a list of the storages");
    }

    @Test
    void storagesOfAnotherLengthAreRefused() {
        assertRefused(
                file(protocol, system, keys("7"), storage(4, 3)), "expected 3 elements of storage \"7\", found 4");
        assertRefused(
                file(protocol, system, keys("7"), storage(3, 2)),
                "expected 8 and 3 bytes of storage \"7\", found 10 before the end of the file");
        assertRefused(
                file(protocol, system, keys("7"), storage(3, 4)), "expected the end of the file, found 1 more bytes");
    }
}
