/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How pages are packed. */
final class Codec {

    static final int GZIP = 2;

    private static final List<String> NAMES =
            List.of("no compression", "Snappy", "gzip", "LZO", "Brotli", "LZ4", "Zstandard", "LZ4");

    private Codec() {}

    static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(page);
        }
        return out.toByteArray();
    }

    /**
     * Unpacks a page.
     *
     * @param length of it then
     * @throws IOException if it is damaged, or packed in a way that is not read
     */
    static byte[] unpack(int codec, byte[] packed, int length) throws IOException {
        byte[] page =
                switch (codec) {
                    case 0 -> packed;
                    case 1 -> snappy(ByteBuffer.wrap(packed), length);
                    case GZIP -> gunzip(packed, length);
                    default ->
                        throw new IOException("it is compressed by "
                                + (codec > 0 && codec < NAMES.size() ? NAMES.get(codec) : "an unknown method")
                                + "; expected Snappy, gzip or no compression: write it again with one of these");
                };
        if (page.length != length) {
            throw new IOException("a page has another length than its header says");
        }
        return page;
    }

    private static byte[] gunzip(byte[] packed, int length) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(length + 1);
        }
    }

    /** Google's description of the format, {@code format_description.txt}: literals and copies of what came before. */
    private static byte[] snappy(ByteBuffer in, int length) throws IOException {
        if (Varint.length(in) != length) {
            throw new IOException("a page has another length than its header says");
        }
        byte[] out = new byte[length];
        int end = 0;
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            if ((tag & 3) == 0) {
                int size = tag >> 2 < 60 ? (tag >> 2) + 1 : littleEndian(in, (tag >> 2) - 59) + 1;
                requireRoom(size > 0 && size <= length - end && size <= in.remaining());
                in.get(out, end, size);
                end += size;
                continue;
            }
            int size = (tag & 3) == 1 ? (tag >> 2 & 7) + 4 : (tag >> 2) + 1;
            int distance =
                    (tag & 3) == 1 ? (tag >> 5) << 8 | in.get() & 0xff : littleEndian(in, (tag & 3) == 2 ? 2 : 4);
            requireRoom(distance > 0 && distance <= end && size <= length - end);
            for (int i = 0; i < size; i++) { // what is copied may overlap its copy
                out[end] = out[end - distance];
                end++;
            }
        }
        requireRoom(end == length);
        return out;
    }

    private static int littleEndian(ByteBuffer in, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get() & 0xff) << Byte.SIZE * i;
        }
        return value;
    }

    private static void requireRoom(boolean there) throws IOException {
        if (!there) {
            throw new IOException("a page is damaged");
        }
    }
}
