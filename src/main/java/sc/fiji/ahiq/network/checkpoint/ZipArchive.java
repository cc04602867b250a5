/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of the entries of a zip archive. Stored ones come straight from the file; deflated ones are inflated to
 * native memory, at most {@link StridedView#MAX_COPY_BYTES}. The CRC-32 of an entry is checked before its bytes are
 * handed out, once. Nothing is ever unpacked to the disk. Thread safe.
 */
final class ZipArchive {

    /** Smooth weights deflate to a half; all zeros, in long arrays only, to a thousandth. */
    private static final int MAX_RATIO = 200;

    private static final long MIN_SUSPECT_BYTES = 1 << 20;
    private static final int CHECKSUM_BLOCK_BYTES = 1 << 26;

    private final OpenFile file;
    private final Map<String, ZipItem> items;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    private ZipArchive(OpenFile file, Map<String, ZipItem> items) {
        this.file = file;
        this.items = Collections.unmodifiableMap(items);
        items.values().forEach(this::refuseBomb);
    }

    static ZipArchive read(OpenFile file) {
        return new ZipArchive(file, ZipDirectory.read(file));
    }

    private void refuseBomb(ZipItem item) {
        if (item.sizeBytes() > MIN_SUSPECT_BYTES && item.sizeBytes() / MAX_RATIO > item.packedBytes()) {
            throw place(item)
                    .refusal(
                            0,
                            "data compressed at most " + MAX_RATIO + ":1",
                            item.sizeBytes() + " bytes in " + item.packedBytes(),
                            "If you trust the file, save it again without compression.");
        }
    }

    OpenFile file() {
        return file;
    }

    Collection<ZipItem> items() {
        return items.values();
    }

    /** The entry of this name, null if there is none. */
    ZipItem item(String name) {
        return items.get(name);
    }

    Place place(ZipItem item) {
        return new Place(file.path(), item.name());
    }

    /** Part of the unpacked bytes, which must lie within the entry. */
    ByteBuffer bytes(ZipItem item, long offset, int length) {
        if (item.deflated()) {
            return slice(inflate(item), (int) offset, length);
        }
        checkStored(item);
        return file.bytes(item.dataOffset() + offset, length);
    }

    /** At most the first {@code length} unpacked bytes, unchecked. */
    ByteBuffer head(ZipItem item, int length) {
        int available = (int) Math.min(length, item.sizeBytes());
        if (!item.deflated()) {
            return file.bytes(item.dataOffset(), available);
        }
        ByteBuffer bytes = ByteBuffer.allocate(available).order(ByteOrder.LITTLE_ENDIAN);
        inflate(item, bytes, new Inflater(true));
        return bytes.flip();
    }

    private ByteBuffer inflate(ZipItem item) {
        if (item.sizeBytes() > StridedView.MAX_COPY_BYTES) {
            throw place(item)
                    .refusal(
                            0,
                            "at most " + StridedView.MAX_COPY_BYTES + " bytes in a compressed entry",
                            item.sizeBytes() + " bytes",
                            "Save the file again without compression.");
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect((int) item.sizeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        Inflater inflater = new Inflater(true);
        boolean finished = inflate(item, bytes, inflater);
        if (bytes.hasRemaining() || !finished) {
            throw place(item)
                    .refusal(
                            bytes.position(),
                            item.sizeBytes() + " bytes after decompression",
                            bytes.hasRemaining() ? "their end" : "more");
        }
        checkCrc(item, update(new CRC32(), bytes.flip()));
        return bytes;
    }

    /** Fills {@code bytes} as far as the entry goes; true if the compressed data end there. */
    private boolean inflate(ZipItem item, ByteBuffer bytes, Inflater inflater) {
        try {
            inflater.setInput(file.bytes(item.dataOffset(), packedBytes(item)));
            while (bytes.hasRemaining() && inflater.inflate(bytes) > 0) {}
            // The end mark may come after the last byte.
            return inflater.inflate(new byte[1]) == 0 && inflater.finished();
        } catch (DataFormatException e) {
            throw place(item).refusal(bytes.position(), "deflated data", "an error in them (" + e.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }

    private int packedBytes(ZipItem item) {
        if (item.packedBytes() > Integer.MAX_VALUE) {
            throw place(item).refusal(0, "at most 2^31 - 1 bytes of compressed data", item.packedBytes() + " bytes");
        }
        return (int) item.packedBytes();
    }

    private void checkStored(ZipItem item) {
        if (checked.contains(item.name())) {
            return;
        }
        CRC32 crc = new CRC32();
        for (long offset = 0; offset < item.sizeBytes(); offset += CHECKSUM_BLOCK_BYTES) {
            int length = (int) Math.min(CHECKSUM_BLOCK_BYTES, item.sizeBytes() - offset);
            update(crc, file.bytes(item.dataOffset() + offset, length));
        }
        checkCrc(item, crc);
        checked.add(item.name());
    }

    private static CRC32 update(CRC32 crc, ByteBuffer bytes) {
        crc.update(bytes.duplicate());
        return crc;
    }

    private void checkCrc(ZipItem item, CRC32 crc) {
        if ((int) crc.getValue() != item.crc()) {
            throw place(item)
                    .refusal(
                            0,
                            String.format("data with the CRC-32 %08x", item.crc()),
                            String.format("%08x", (int) crc.getValue()));
        }
    }

    private static ByteBuffer slice(ByteBuffer bytes, int offset, int length) {
        return bytes.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
