/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The values of a column in a group of rows: pages, the first of which may be a dictionary. */
final class ColumnChunk {

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int DATA_PAGE_2 = 3;
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;

    /** What gzip and Snappy make of a byte at most, about. */
    private static final int MOST_UNPACKED = 1100;

    /** Of a page; others write a million at most. */
    private static final int MOST_ROWS = 1 << 24;

    private final PhysicalType type;
    private final int codec;
    private final long count;
    private final boolean optional;
    private Object[] dictionary = {};

    /** @param description as the file has it */
    ColumnChunk(CompactInput.Struct description, boolean optional) throws IOException {
        this.type = PhysicalType.of(description.number(1));
        this.codec = (int) description.number(4);
        this.count = description.number(5);
        this.optional = optional;
    }

    /** All values, null for those that are not there. */
    Object[] read(ByteBuffer pages) throws IOException {
        Object[] values = {};
        while (values.length < count && pages.hasRemaining()) {
            CompactInput.Struct header = new CompactInput(pages).struct();
            byte[] packed = new byte[length(header.number(3), pages.remaining())];
            pages.get(packed);
            int kind = (int) header.number(1);
            if (kind == DICTIONARY_PAGE) {
                ByteBuffer page = unpacked(header, packed, 0, true);
                int size = length(header.struct(7).number(1), Integer.MAX_VALUE);
                dictionary = type.plain(page, size);
            } else if (kind == DATA_PAGE || kind == DATA_PAGE_2) {
                Object[] more = kind == DATA_PAGE ? first(header, packed) : second(header, packed);
                values = Arrays.copyOf(values, values.length + more.length);
                System.arraycopy(more, 0, values, values.length - more.length, more.length);
            }
        }
        return values;
    }

    private static int length(long length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("it is damaged: a page is longer than the file");
        }
        return (int) length;
    }

    /** @param plain bytes at the start that are never packed */
    private ByteBuffer unpacked(CompactInput.Struct header, byte[] page, int plain, boolean packed) throws IOException {
        int length = length(header.number(2) - plain, (int)
                Math.min(Integer.MAX_VALUE - 64, (long) MOST_UNPACKED * (page.length + 1)));
        byte[] body = Arrays.copyOfRange(page, plain, page.length);
        byte[] unpacked = packed && body.length > 0 ? Codec.unpack(codec, body, length) : body;
        return ByteBuffer.wrap(unpacked).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Object[] first(CompactInput.Struct header, byte[] packed) throws IOException {
        CompactInput.Struct data = header.struct(5);
        ByteBuffer page = unpacked(header, packed, 0, true);
        int rows = rows(data.number(1));
        int[] levels = null;
        if (optional) {
            int size = length(page.getInt(), page.remaining());
            levels = BitRuns.read(page.slice(page.position(), size), 1, rows);
            page.position(page.position() + size);
        }
        return values(page, levels, rows, (int) data.number(2));
    }

    private Object[] second(CompactInput.Struct header, byte[] packed) throws IOException {
        CompactInput.Struct data = header.struct(8);
        int rows = rows(data.number(1));
        int size = length(data.number(5), packed.length);
        int[] levels = optional ? BitRuns.read(ByteBuffer.wrap(packed, 0, size), 1, rows) : null;
        ByteBuffer page = unpacked(header, packed, size, data.flag(7, true));
        return values(page, levels, rows, (int) data.number(4));
    }

    private int rows(long rows) throws IOException {
        return length(rows, (int) Math.min(count, MOST_ROWS));
    }

    /** @param levels 1 where there is a value; null if there is one everywhere */
    private Object[] values(ByteBuffer page, int[] levels, int rows, int encoding) throws IOException {
        int there = levels == null
                ? rows
                : (int) Arrays.stream(levels).filter(level -> level == 1).count();
        Object[] found = there == 0 ? new Object[0] : decode(page, there, encoding);
        if (levels == null) {
            return found;
        }
        Object[] values = new Object[rows];
        int next = 0;
        for (int i = 0; i < rows; i++) {
            values[i] = levels[i] == 1 ? found[next++] : null;
        }
        return values;
    }

    private Object[] decode(ByteBuffer page, int count, int encoding) throws IOException {
        if (encoding == PLAIN) {
            return type.plain(page, count);
        }
        if (encoding == RLE && type == PhysicalType.BOOLEAN) {
            int size = length(page.getInt(), page.remaining());
            return IntStream.of(BitRuns.read(page.slice(page.position(), size), 1, count))
                    .mapToObj(value -> value == 1)
                    .toArray();
        }
        if (encoding != PLAIN_DICTIONARY && encoding != RLE_DICTIONARY) {
            throw new IOException("values are in the encoding " + encoding
                    + "; expected plain ones or a dictionary: write it again in format 1.0");
        }
        int[] indices = BitRuns.read(page, page.get() & 0xff, count);
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = dictionary[indices[i]];
        }
        return values;
    }
}
