/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.torchscript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.ahiq.network.tensor.Tensor;

/** A TorchScript archive: a module object and the source of its classes. See the package description for the format. */
public final class ScriptArchive {

    private static final int ALIGNMENT_BYTES = 64;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int EXTRA_HEADER_BYTES = 4;
    /** Identifies the padding that PyTorch itself writes into zip extra fields. */
    private static final byte[] PADDING_ID = {'F', 'B'};
    /** Entries carry no time, so that the same model gives the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final String name;
    private final ScriptModule root;
    private final Map<String, String> sources;

    /**
     * @param name of the folder in the archive
     * @param root the module that {@code forward} is called on
     * @param sources text of each source file by its path below {@code code/__torch__/}, for example
     *     {@code ahiq/vit.py}
     */
    public ScriptArchive(String name, ScriptModule root, Map<String, String> sources) {
        this.name = name;
        this.root = root;
        this.sources = Map.copyOf(sources);
    }

    /**
     * Writes the archive; the same content always gives the same bytes. Tensor bytes are streamed, never copied to the
     * heap as a whole.
     *
     * @throws IOException if {@code target} cannot be written; it is not closed
     */
    public void write(OutputStream target) throws IOException {
        ModulePickler pickler = new ModulePickler();
        byte[] data = pickler.pickle(root);
        EntryWriter entries = new EntryWriter(target);
        entries.write("data.pkl", data);
        for (String path : sources.keySet().stream().sorted().toList()) {
            entries.write("code/__torch__/" + path, utf8(sources.get(path)));
        }
        List<Stack> storages = pickler.storages();
        for (int key = 0; key < storages.size(); key++) {
            entries.write("data/" + key, storages.get(key));
        }
        entries.write("constants.pkl", ModulePickler.emptyTuple());
        entries.write("version", utf8("10\n"));
        entries.write("byteorder", utf8("little"));
        entries.finish();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes stored zip entries whose content starts at multiples of the alignment. */
    private final class EntryWriter {

        private final ZipOutputStream zip;
        private final WritableByteChannel content;
        private long offsetBytes;

        EntryWriter(OutputStream target) {
            zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
            content = Channels.newChannel(zip);
        }

        void write(String path, byte[] bytes) throws IOException {
            write(path, bytes.length, List.of(ByteBuffer.wrap(bytes)));
        }

        void write(String path, Stack storage) throws IOException {
            write(
                    path,
                    storage.sizeBytes(),
                    storage.parts().stream().map(Tensor::data).toList());
        }

        private void write(String path, long sizeBytes, List<ByteBuffer> parts) throws IOException {
            ZipEntry entry = new ZipEntry(name + "/" + path);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(sizeBytes);
            entry.setCrc(crc(parts));
            entry.setTimeLocal(NO_TIME);
            offsetBytes += LOCAL_HEADER_BYTES + utf8(entry.getName()).length;
            byte[] padding = padding();
            entry.setExtra(padding);
            zip.putNextEntry(entry);
            for (ByteBuffer part : parts) {
                content.write(part.duplicate());
            }
            zip.closeEntry();
            offsetBytes += padding.length + sizeBytes;
        }

        private long crc(List<ByteBuffer> parts) {
            CRC32 crc = new CRC32();
            for (ByteBuffer part : parts) {
                crc.update(part.duplicate());
            }
            return crc.getValue();
        }

        private byte[] padding() {
            int fill = Math.floorMod(-(offsetBytes + EXTRA_HEADER_BYTES), ALIGNMENT_BYTES);
            byte[] extra = new byte[EXTRA_HEADER_BYTES + fill];
            System.arraycopy(PADDING_ID, 0, extra, 0, PADDING_ID.length);
            extra[2] = (byte) fill;
            return extra;
        }

        void finish() throws IOException {
            zip.finish();
        }
    }
}
