/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** A classic TIFF file in memory whose only strip is a block of another TIFF file; see the package's description. */
final class OneStrip {

    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int CLASSIC = 42;
    private static final int UNDEFINED_TYPE = 7;
    private static final int SHORT_TYPE = 3;
    private static final int LONG_TYPE = 4;
    /**
     * The decoder refuses files that it finds too small for their pixels; how small they may be is checked elsewhere.
     */
    private static final int MOST_EXPANSION = 500;

    private final ByteOrder order;
    private final byte[] strip;
    private final Map<Integer, Value> entries = new TreeMap<>();

    private record Value(int type, int count, byte[] bytes) {}

    OneStrip(ByteOrder order, byte[] strip) {
        this.order = order;
        this.strip = strip;
        number(TiffTags.STRIP_OFFSETS, HEADER_BYTES);
        number(TiffTags.STRIP_BYTE_COUNTS, strip.length);
    }

    OneStrip number(int tag, long value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(order)
                .putInt((int) value)
                .array();
        entries.put(tag, new Value(LONG_TYPE, 1, bytes));
        return this;
    }

    OneStrip shorts(int tag, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(order);
        for (long value : values) {
            bytes.putShort((short) value);
        }
        entries.put(tag, new Value(SHORT_TYPE, values.length, bytes.array()));
        return this;
    }

    OneStrip bytes(int tag, byte[] values) {
        entries.put(tag, new Value(UNDEFINED_TYPE, values.length, values));
        return this;
    }

    /** @param decodedBytes of the strip */
    byte[] toBytes(long decodedBytes) {
        int directoryAt = even(HEADER_BYTES + strip.length);
        int valuesAt = directoryAt + Short.BYTES + entries.size() * ENTRY_BYTES + Integer.BYTES;
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteBuffer directory = ByteBuffer.allocate(valuesAt - directoryAt).order(order);
        directory.putShort((short) entries.size());
        entries.forEach((tag, value) -> {
            directory.putShort(tag.shortValue()).putShort((short) value.type()).putInt(value.count());
            if (value.bytes().length <= Integer.BYTES) {
                directory.put(value.bytes()).put(new byte[Integer.BYTES - value.bytes().length]);
            } else {
                directory.putInt(valuesAt + values.size());
                values.writeBytes(value.bytes());
                values.writeBytes(new byte[values.size() % 2]);
            }
        });
        int length = (int) Math.max(valuesAt + values.size(), decodedBytes / MOST_EXPANSION);
        ByteBuffer file = ByteBuffer.allocate(length).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        file.put(mark).put(mark).putShort((short) CLASSIC).putInt(directoryAt).put(strip);
        return file.position(directoryAt)
                .put(directory.array())
                .put(values.toByteArray())
                .array();
    }

    private static int even(int size) {
        return size + size % 2;
    }
}
