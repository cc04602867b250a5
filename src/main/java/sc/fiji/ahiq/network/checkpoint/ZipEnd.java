/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.nio.ByteBuffer;

/** The records that end a zip archive: where its directory is, and how long. */
final class ZipEnd {

    private static final int MAX_ENTRIES = 65_535;
    private static final int MAX_DIRECTORY_BYTES = 1 << 24;
    private static final int MAX_COMMENT_BYTES = 0xffff;
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64_BYTES = 56;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final long SATURATED = 0xffffffffL;

    private final OpenFile file;
    private final Place place;
    private long directoryOffset;
    private long directoryBytes;
    private long entryCount;

    private ZipEnd(OpenFile file) {
        this.file = file;
        this.place = new Place(file.path(), null);
    }

    static ZipEnd read(OpenFile file) {
        return new ZipEnd(file).read();
    }

    long directoryOffset() {
        return directoryOffset;
    }

    int directoryBytes() {
        return (int) directoryBytes;
    }

    int entryCount() {
        return (int) entryCount;
    }

    private ZipEnd read() {
        long end = findEnd();
        ByteBuffer record = file.bytes(end, END_BYTES);
        if (record.getShort(4) != 0 || record.getShort(6) != 0) {
            throw place.refusal(end + 4, "an archive in one part", "one of several");
        }
        entryCount = record.getShort(10) & 0xffff;
        directoryBytes = record.getInt(12) & SATURATED;
        directoryOffset = record.getInt(16) & SATURATED;
        long limit = end;
        if (end >= LOCATOR_BYTES + END64_BYTES) {
            ByteBuffer locator = file.bytes(end - LOCATOR_BYTES, LOCATOR_BYTES);
            if (locator.getInt(0) == LOCATOR_SIGNATURE) {
                limit = locator.getLong(8);
                readEnd64(limit, end - LOCATOR_BYTES);
            }
        }
        checkBounds(end, limit);
        return this;
    }

    private long findEnd() {
        int tailBytes = (int) Math.min(file.sizeBytes(), END_BYTES + MAX_COMMENT_BYTES);
        long tailOffset = file.sizeBytes() - tailBytes;
        ByteBuffer tail = file.bytes(tailOffset, tailBytes);
        for (int i = tailBytes - END_BYTES; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE && (tail.getShort(i + 20) & 0xffff) == tailBytes - END_BYTES - i) {
                return tailOffset + i;
            }
        }
        throw place.refusal(
                file.sizeBytes(),
                "the directory that ends a zip archive",
                "the end of the file",
                "The file is incomplete; download it again, or export it again from its source.");
    }

    private void readEnd64(long offset, long locatorOffset) {
        if (offset < 0 || offset > locatorOffset - END64_BYTES) {
            throw place.refusal(locatorOffset, "the zip64 end record before its locator", "offset " + offset);
        }
        ByteBuffer record = file.bytes(offset, END64_BYTES);
        if (record.getInt(0) != END64_SIGNATURE) {
            throw place.refusal(offset, "a zip64 end record", String.format("0x%08x", record.getInt(0)));
        }
        entryCount = widen(offset, entryCount, 0xffff, record.getLong(32));
        directoryBytes = widen(offset, directoryBytes, SATURATED, record.getLong(40));
        directoryOffset = widen(offset, directoryOffset, SATURATED, record.getLong(48));
    }

    private long widen(long offset, long narrow, long saturated, long wide) {
        if (narrow != saturated && narrow != wide) {
            throw place.refusal(offset, "a zip64 end record with the same numbers", wide + " instead of " + narrow);
        }
        return wide;
    }

    private void checkBounds(long end, long limit) {
        if (entryCount < 0 || entryCount > MAX_ENTRIES) {
            throw place.refusal(end, "at most " + MAX_ENTRIES + " entries", Long.toUnsignedString(entryCount));
        }
        if (directoryBytes < 0 || directoryBytes > MAX_DIRECTORY_BYTES) {
            throw place.refusal(
                    end,
                    "a directory of at most " + MAX_DIRECTORY_BYTES + " bytes",
                    Long.toUnsignedString(directoryBytes));
        }
        if (directoryOffset < 0 || directoryOffset > limit - directoryBytes) {
            throw place.refusal(
                    end,
                    "a directory that ends before byte " + limit,
                    directoryBytes + " bytes at " + Long.toUnsignedString(directoryOffset));
        }
    }
}
