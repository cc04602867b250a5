/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The entries of one image file directory (TIFF 6.0, section 2). Values are read from the file when they are asked for.
 */
final class TiffDirectory {

    /**
     * Bytes of a value by field type: BYTE, ASCII, SHORT, LONG, RATIONAL, ... of TIFF 6.0, and LONG8, SLONG8, IFD8 of
     * BigTIFF.
     */
    private static final int[] VALUE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final TiffInput in;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    private record Entry(int type, int count, ByteBuffer inline, long offset) {}

    /** @throws IOException if the directory is empty or ends beyond the file */
    TiffDirectory(TiffInput in, long offset) throws IOException {
        this.in = in;
        int wide = in.big() ? Long.BYTES : Integer.BYTES;
        int head = in.big() ? Long.BYTES : Short.BYTES;
        requireInFile(offset, head, 0);
        ByteBuffer start = in.read(offset, head);
        long count = in.big() ? start.getLong() : start.getShort() & 0xffff;
        int entryBytes = 4 + 2 * wide;
        if (count <= 0 || count > in.length() / entryBytes) {
            throw broken(offset, count);
        }
        requireInFile(offset, head + count * entryBytes + wide, count);
        ByteBuffer table = in.read(offset + head, Math.toIntExact(count * entryBytes + wide));
        for (int i = 0; i < count; i++) {
            readEntry(table, i * entryBytes, wide);
        }
        table.position((int) count * entryBytes);
        next = in.big() ? table.getLong() : table.getInt() & 0xffffffffL;
    }

    private void requireInFile(long offset, long bytes, long count) throws IOException {
        if (offset < 0 || offset > in.length() - bytes) {
            throw broken(offset, count);
        }
    }

    private IOException broken(long offset, long count) throws IOException {
        return new IOException("image directory at byte " + offset + " with " + count
                + " entries is empty or ends beyond the file's " + in.length() + " bytes");
    }

    /** ImageJ's reader, which is given the file later, makes room for as many values as an entry claims. */
    private void readEntry(ByteBuffer table, int at, int wide) throws IOException {
        int tag = table.getShort(at) & 0xffff;
        int type = table.getShort(at + 2) & 0xffff;
        long count = in.big() ? table.getLong(at + 4) : table.getInt(at + 4) & 0xffffffffL;
        if (count < 0 || count > in.length()) {
            throw new IOException("tag " + tag + " with " + count + " values of type " + type);
        }
        int valueAt = at + 4 + wide;
        long offset = in.big() ? table.getLong(valueAt) : table.getInt(valueAt) & 0xffffffffL;
        ByteBuffer inline = table.slice(valueAt, wide).order(in.order());
        entries.putIfAbsent(tag, new Entry(type, (int) Math.min(Integer.MAX_VALUE, count), inline, offset));
    }

    /** Where the next directory is, or 0. */
    long next() {
        return next;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The first value of an entry, or {@code absent}. */
    long number(int tag, long absent) throws IOException {
        long[] values = numbers(tag);
        return values.length == 0 ? absent : values[0];
    }

    /** All values of an entry, unsigned; none if there is no such entry. */
    long[] numbers(int tag) throws IOException {
        ByteBuffer values = values(tag);
        if (values == null) {
            return new long[0];
        }
        int size = VALUE_BYTES[entries.get(tag).type()];
        long[] numbers = new long[values.remaining() / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (size) {
                case 1 -> values.get() & 0xff;
                case 2 -> values.getShort() & 0xffff;
                case 4 -> values.getInt() & 0xffffffffL;
                default -> values.getLong();
            };
        }
        return numbers;
    }

    byte[] bytes(int tag) throws IOException {
        ByteBuffer values = values(tag);
        if (values == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[values.remaining()];
        values.get(bytes);
        return bytes;
    }

    /** A text entry without the zero at its end; empty if there is none. */
    String text(int tag) throws IOException {
        byte[] bytes = bytes(tag);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    }

    private ByteBuffer values(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return null;
        }
        int size = entry.type() < VALUE_BYTES.length ? VALUE_BYTES[entry.type()] : 0;
        long bytes = (long) entry.count() * size;
        if (size == 0 || bytes > in.length()) {
            throw new IOException("tag " + tag + " with " + entry.count() + " values of type " + entry.type());
        }
        return bytes <= entry.inline().capacity()
                ? entry.inline().duplicate().order(in.order()).limit((int) bytes)
                : in.read(entry.offset(), (int) bytes);
    }
}
