/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * The entries of a zip archive, from its central directory. Stricter than the JDK's reader, because what is found here
 * is mapped into memory: entries do not overlap each other or the directory, agree with their local headers, have
 * distinct names that stay within the archive, and are stored or deflated, not encrypted. At most 65535 entries in a
 * directory of 16 MiB.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
 */
final class ZipDirectory {

    private static final int ENTRY_BYTES = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_BYTES = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int FLAG_ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final int METHOD_STORED = 0;
    private static final int METHOD_DEFLATED = 8;
    private static final int ZIP64_EXTRA = 1;
    private static final long SATURATED = 0xffffffffL;

    private final OpenFile file;
    private final Place place;
    private final ZipEnd end;
    private final long directoryOffset;

    private ZipDirectory(OpenFile file) {
        this.file = file;
        this.place = new Place(file.path(), null);
        this.end = ZipEnd.read(file);
        this.directoryOffset = end.directoryOffset();
    }

    /** All entries by name, in the order of the directory. */
    static Map<String, ZipItem> read(OpenFile file) {
        ZipDirectory directory = new ZipDirectory(file);
        Map<String, ZipItem> items = directory.readEntries();
        directory.refuseOverlaps(items);
        return items;
    }

    private Map<String, ZipItem> readEntries() {
        ByteBuffer directory = file.bytes(directoryOffset, end.directoryBytes());
        Map<String, ZipItem> items = new LinkedHashMap<>();
        for (int i = 0; i < end.entryCount(); i++) {
            long offset = directoryOffset + directory.position();
            ZipItem item = readEntry(directory, offset);
            if (items.put(item.name(), item) != null) {
                throw refusal(item.name(), offset, "each entry only once", "it again");
            }
        }
        if (directory.hasRemaining()) {
            throw place.refusal(
                    directoryOffset + directory.position(),
                    "the end of the directory after " + end.entryCount() + " entries",
                    directory.remaining() + " more bytes");
        }
        return items;
    }

    private ZipItem readEntry(ByteBuffer directory, long offset) {
        if (directory.remaining() < ENTRY_BYTES) {
            throw place.refusal(offset, "an entry of the directory", directory.remaining() + " bytes");
        }
        ByteBuffer entry = slice(directory, offset, ENTRY_BYTES);
        if (entry.getInt(0) != ENTRY_SIGNATURE) {
            throw place.refusal(offset, "an entry of the directory", hex(entry.getInt(0)));
        }
        ByteBuffer rawName = slice(directory, offset, entry.getShort(28) & 0xffff);
        String name = name(rawName, entry.getShort(8) & 0xffff, offset);
        ByteBuffer extra = slice(directory, offset, entry.getShort(30) & 0xffff);
        slice(directory, offset, entry.getShort(32) & 0xffff); // comment
        checkFlags(name, offset, entry.getShort(8) & 0xffff);
        boolean deflated = isDeflated(name, offset, entry.getShort(10) & 0xffff);
        ByteBuffer extra64 = zip64(name, offset, extra);
        long sizeBytes = widen(name, offset, entry.getInt(24), extra64);
        long packedBytes = widen(name, offset, entry.getInt(20), extra64);
        long headerOffset = widen(name, offset, entry.getInt(42), extra64);
        if (!deflated && sizeBytes != packedBytes) {
            throw refusal(name, offset, "a stored entry of one length", packedBytes + " and " + sizeBytes + " bytes");
        }
        long dataOffset = readLocal(name, rawName, deflated, headerOffset, packedBytes);
        return new ZipItem(name, deflated, entry.getInt(16), packedBytes, sizeBytes, headerOffset, dataOffset);
    }

    private ByteBuffer slice(ByteBuffer directory, long offset, int length) {
        if (length > directory.remaining()) {
            throw place.refusal(
                    offset, "an entry within the directory", length + " bytes, " + directory.remaining() + " left");
        }
        ByteBuffer slice = directory.slice(directory.position(), length).order(directory.order());
        directory.position(directory.position() + length);
        return slice;
    }

    private String name(ByteBuffer raw, int flags, long offset) {
        String name = ((flags & FLAG_UTF8) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)
                .decode(raw.duplicate())
                .toString();
        boolean escapes = name.isEmpty()
                || name.matches("[/\\\\].*|[A-Za-z]:.*")
                || List.of(name.split("[/\\\\]")).contains("..")
                || name.chars().anyMatch(Character::isISOControl);
        if (escapes) {
            throw refusal(
                    name,
                    offset,
                    "a name within the archive",
                    "one that leads out of it",
                    "The file is damaged or was made to do harm; do not use it.");
        }
        return name;
    }

    private void checkFlags(String name, long offset, int flags) {
        if ((flags & FLAG_ENCRYPTED) != 0) {
            throw refusal(
                    name,
                    offset,
                    "an entry without encryption",
                    "an encrypted one",
                    "Unpack the archive and pack it again without a password.");
        }
    }

    private boolean isDeflated(String name, long offset, int method) {
        if (method != METHOD_STORED && method != METHOD_DEFLATED) {
            throw refusal(name, offset, "a stored or deflated entry", "compression method " + method);
        }
        return method == METHOD_DEFLATED;
    }

    private ByteBuffer zip64(String name, long offset, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) {
                throw refusal(name, offset, "extra fields within the entry", "one of " + length + " bytes");
            }
            if (id == ZIP64_EXTRA) {
                return extra.slice(extra.position(), length).order(extra.order());
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private long widen(String name, long offset, int narrow, ByteBuffer extra64) {
        if (narrow != -1) {
            return narrow & SATURATED;
        }
        long wide = extra64.remaining() < Long.BYTES ? -1 : extra64.getLong();
        if (wide < 0) {
            throw refusal(name, offset, "a zip64 field with its lengths and offset", "none, or a negative one");
        }
        return wide;
    }

    private long readLocal(String name, ByteBuffer rawName, boolean deflated, long offset, long packedBytes) {
        int length = LOCAL_BYTES + rawName.remaining();
        if (offset > directoryOffset - length) {
            throw refusal(name, offset, "its local header before the directory", "one at byte " + offset);
        }
        ByteBuffer local = file.bytes(offset, length);
        boolean agrees = local.getInt(0) == LOCAL_SIGNATURE
                && (local.getShort(6) & FLAG_ENCRYPTED) == 0
                && (local.getShort(8) & 0xffff) == (deflated ? METHOD_DEFLATED : METHOD_STORED)
                && (local.getShort(26) & 0xffff) == rawName.remaining()
                && local.position(LOCAL_BYTES).equals(rawName);
        if (!agrees) {
            throw refusal(name, offset, "a local header that repeats the directory's", "another");
        }
        long dataOffset = offset + length + (local.getShort(28) & 0xffff);
        if (dataOffset > directoryOffset || packedBytes > directoryOffset - dataOffset) {
            throw refusal(
                    name,
                    offset,
                    packedBytes + " bytes of data before the directory",
                    Math.max(0, directoryOffset - dataOffset) + " bytes");
        }
        return dataOffset;
    }

    private void refuseOverlaps(Map<String, ZipItem> items) {
        List<ZipItem> sorted = new ArrayList<>(items.values());
        sorted.sort(Comparator.comparingLong(ZipItem::headerOffset));
        long covered = 0;
        for (ZipItem item : sorted) {
            if (item.headerOffset() < covered) {
                throw refusal(
                        item.name(), item.headerOffset(), "entries one after the other", "an overlap with another");
            }
            covered = item.endOffset();
        }
    }

    private WeightsException refusal(String entry, long offset, String expected, String found) {
        return Refusal.at(file.path(), entry, offset, expected, found);
    }

    private WeightsException refusal(String entry, long offset, String expected, String found, String advice) {
        return Refusal.at(file.path(), entry, offset, expected, found, advice);
    }

    private static String hex(int signature) {
        return String.format("0x%08x", signature);
    }
}
