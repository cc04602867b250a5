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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.ahiq.base.error.WeightsException;

/** Archives of two arrays with single fields changed. */
class ZipDirectoryTest {

    private static final byte[] ARRAY = array();
    private static final int NAME_BYTES = 5;
    private static final int ENTRY_BYTES = 46 + NAME_BYTES;

    @TempDir
    Path folder;

    private final ByteBuffer archive = ByteBuffer.wrap(new ZipFixture()
                    .stored("a.npy", ARRAY)
                    .stored("b.npy", ARRAY)
                    .toBytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    private final int end = archive.capacity() - 22;
    private final int directory = archive.getInt(end + 16);

    private static byte[] array() {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n";
        return ("\u0093NUMPY\1\0" + (char) header.length() + '\0' + header + "\7\11")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path file(byte[] content) {
        return SafetensorsFixture.write(folder.resolve("arrays.npz"), content);
    }

    private void assertArchiveRefused(String... fragments) {
        assertRefused(file(archive.array()), fragments);
    }

    private void rename(String from, String to) {
        String text = new String(archive.array(), StandardCharsets.ISO_8859_1).replace(from, to);
        archive.put(0, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsTheArchiveUnchanged() {
        try (Checkpoint checkpoint = Checkpoints.open(file(archive.array()))) {
            assertThat(checkpoint.names()).containsExactly("a", "b");
            assertThat(checkpoint.tensor("b").toFloats()).containsExactly(7, 9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.npy", "\\.npy", "C:npy", "../py", "a/../", "..\\py", "a\0npy"})
    void namesThatLeadOutOfTheArchiveAreRefused(String name) {
        rename("b.npy", name.length() == NAME_BYTES ? name : name + "y");

        assertArchiveRefused("at byte " + (directory + ENTRY_BYTES) + ", expected a name within the archive");
    }

    @Test
    void aNameTwiceIsRefused() {
        rename("b.npy", "a.npy");

        assertArchiveRefused("entry \"a.npy\", at byte " + (directory + ENTRY_BYTES)
                + ", expected each entry only once, found it again");
    }

    @Test
    void encryptedEntriesAreRefused() {
        archive.putShort(directory + 8, (short) 1);

        assertArchiveRefused("entry \"a.npy\"", "expected an entry without encryption, found an encrypted one");
    }

    @Test
    void otherCompressionsAreRefused() {
        archive.putShort(directory + 10, (short) 14);

        assertArchiveRefused("entry \"a.npy\"", "expected a stored or deflated entry, found compression method 14");
    }

    @Test
    void anArchiveInPartsIsRefused() {
        archive.putShort(end + 4, (short) 1);

        assertArchiveRefused("at byte " + (end + 4) + ", expected an archive in one part");
    }

    @Test
    void aLocalHeaderThatDiffersIsRefused() {
        archive.put(30, (byte) 'x'); // the name of the first entry, at its data only

        assertArchiveRefused("entry \"a.npy\", at byte 0, expected a local header that repeats the directory's");
    }

    @Test
    void entriesOverOneAnotherAreRefused() {
        rename("b.npy", "c.npy");
        int second = archive.getInt(directory + ENTRY_BYTES + 42);
        archive.putInt(directory + 20, second).putInt(directory + 24, second);

        assertArchiveRefused("entry \"c.npy\", at byte " + second, "found an overlap with another");
    }

    @Test
    void lengthsThatContradictAreRefused() {
        archive.putInt(directory + 24, 5);

        assertArchiveRefused("expected a stored entry of one length, found " + ARRAY.length + " and 5 bytes");
    }

    @Test
    void dataOverTheDirectoryAreRefused() {
        archive.putInt(directory + 20, 1 << 20).putInt(directory + 24, 1 << 20);

        assertArchiveRefused("entry \"a.npy\", at byte 0, expected 1048576 bytes of data before the directory");
    }

    @Test
    void aDirectoryOutsideOfTheFileIsRefused() {
        archive.putInt(end + 16, Integer.MAX_VALUE);

        assertArchiveRefused("at byte " + end + ", expected a directory that ends before byte " + end);
    }

    @Test
    void aWrongNumberOfEntriesIsRefused() {
        archive.putShort(end + 10, (short) 1);
        assertArchiveRefused("expected the end of the directory after 1 entries, found " + ENTRY_BYTES + " more bytes");

        archive.putShort(end + 10, (short) 3);
        assertArchiveRefused("expected an entry of the directory, found 0 bytes");
    }

    @Test
    void aMissingZip64FieldIsRefused() {
        archive.putInt(directory + 42, -1);

        assertArchiveRefused("expected a zip64 field with its lengths and offset, found none");
    }

    @Test
    void readsZip64EndRecordsAndFields() {
        // The second entry's offset moves to an extra field, and the end to a zip64 record as PyTorch writes it.
        int offset = archive.getInt(directory + ENTRY_BYTES + 42);
        int extraBytes = 12;
        ByteBuffer wide =
                ByteBuffer.allocate(archive.capacity() + extraBytes + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        archive.putInt(directory + ENTRY_BYTES + 42, -1).putShort(directory + ENTRY_BYTES + 30, (short) extraBytes);
        wide.put(archive.array(), 0, end)
                .putShort((short) 1)
                .putShort((short) 8)
                .putLong(offset);
        int end64 = wide.position();
        wide.putInt(0x06064b50).putLong(44).putInt(0).putLong(0);
        wide.putLong(2).putLong(2).putLong(2 * ENTRY_BYTES + extraBytes).putLong(directory);
        wide.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
        archive.putInt(end + 12, -1).putInt(end + 16, -1).putShort(end + 10, (short) -1);
        wide.put(archive.array(), end, 22);

        try (Checkpoint checkpoint = Checkpoints.open(file(wide.array()))) {
            assertThat(checkpoint.names()).containsExactly("a", "b");
            assertThat(checkpoint.tensor("b").toFloats()).containsExactly(7, 9);
        }

        wide.putLong(end64 + 32, Long.MIN_VALUE);
        assertRefused(file(wide.array()), "expected at most 65535 entries, found 9223372036854775808");
        wide.putLong(end64 + 32, 2).putLong(end64 + 48, -1);
        assertRefused(file(wide.array()), "expected a directory that ends before byte " + end64);
        wide.putInt(end64, 0);
        assertRefused(file(wide.array()), "at byte " + end64 + ", expected a zip64 end record, found 0x00000000");
    }

    @Test
    void aChangedValueIsRefusedWhenAskedFor() {
        archive.put(directory - 1, (byte) 0);

        try (Checkpoint checkpoint = Checkpoints.open(file(archive.array()))) {
            assertThat(checkpoint.tensor("a").toFloats()).containsExactly(7, 9);
            assertThatThrownBy(() -> checkpoint.tensor("b"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("entry \"b.npy\", at byte 0, expected data with the CRC-32 ");
        }
    }
}
