/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How pages are packed. */
final class Codec {

    static final int GZIP = 2;

    private static final int SNAPPY = 1;
    private static final int ZSTANDARD = 6;
    private static final int LZ4 = 7;

    private static final List<String> NAMES =
            List.of("no compression", "Snappy", "gzip", "LZO", "Brotli", "LZ4 in frames");

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
                    case SNAPPY -> decompress(new SnappyDecompressor(), packed, length);
                    case GZIP -> gunzip(packed, length);
                    case ZSTANDARD -> decompress(new ZstdDecompressor(), packed, length);
                    case LZ4 -> decompress(new Lz4Decompressor(), packed, length);
                    default ->
                        throw new IOException("it is compressed by "
                                + (codec > 0 && codec < NAMES.size() ? NAMES.get(codec) : "an unknown method")
                                + "; expected Snappy, gzip, Zstandard, raw LZ4 or no compression: write it again"
                                + " with one of these");
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

    private static byte[] decompress(Decompressor decompressor, byte[] packed, int length) throws IOException {
        byte[] page = new byte[length];
        try {
            int found = decompressor.decompress(packed, 0, packed.length, page, 0, length);
            return found == length ? page : Arrays.copyOf(page, found);
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new IOException("a page is damaged", e);
        }
    }
}
