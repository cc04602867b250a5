/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.format.FileProblem;

/** Undoes one step by which a chunk was written. */
enum ChunkCodec {
    GZIP {
        @Override
        byte[] decode(byte[] stored, int bytes) throws IOException {
            return readAtMost(new GZIPInputStream(new ByteArrayInputStream(stored)), bytes);
        }
    },
    ZLIB {
        @Override
        byte[] decode(byte[] stored, int bytes) throws IOException {
            return readAtMost(new InflaterInputStream(new ByteArrayInputStream(stored)), bytes);
        }
    },
    ZSTD {
        @Override
        byte[] decode(byte[] stored, int bytes) throws IOException {
            byte[] decoded = new byte[bytes + CHECKSUM_BYTES];
            try {
                int length = new ZstdDecompressor().decompress(stored, 0, stored.length, decoded, 0, decoded.length);
                return Arrays.copyOf(decoded, length);
            } catch (MalformedInputException | IllegalArgumentException e) {
                throw new IOException("Zstandard stream: " + e.getMessage(), e);
            }
        }
    },
    BLOSC {
        @Override
        byte[] decode(byte[] stored, int bytes) throws IOException {
            return new BloscFrame(stored).decoded(bytes + CHECKSUM_BYTES);
        }
    },
    CRC32C {
        @Override
        byte[] decode(byte[] stored, int bytes) throws IOException {
            int length = stored.length - CHECKSUM_BYTES;
            if (length < 0) {
                throw new IOException("a chunk without its checksum");
            }
            CRC32C sum = new CRC32C();
            sum.update(stored, 0, length);
            int told = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
            if ((int) sum.getValue() != told) {
                throw new IOException("a chunk with another checksum than it says");
            }
            return Arrays.copyOf(stored, length);
        }
    };

    /** Of what may be around a decoded chunk. */
    private static final int CHECKSUM_BYTES = 4;

    /**
     * @param bytes of the decoded chunk; what is decoded has no more but a checksum
     * @throws IOException if the bytes are damaged
     */
    abstract byte[] decode(byte[] stored, int bytes) throws IOException;

    private static byte[] readAtMost(InputStream in, int bytes) throws IOException {
        try (in) {
            return in.readNBytes(bytes + CHECKSUM_BYTES + 1);
        }
    }

    /** @throws ImageException if there is none of this name here */
    static ChunkCodec of(Path folder, String name) {
        return switch (name) {
            case "gzip" -> GZIP;
            case "zlib" -> ZLIB;
            case "zstd" -> ZSTD;
            case "blosc" -> BLOSC;
            case "crc32c" -> CRC32C;
            case "sharding_indexed" -> throw unsupported(folder, "shards");
            default -> throw unsupported(folder, "the codec '" + name + "'");
        };
    }

    static ImageException unsupported(Path folder, String kind) {
        return FileProblem.unsupported(
                folder, kind, "Write it as Zarr in plain chunks, compressed by gzip, zlib, zstd or blosc, or as TIFF.");
    }
}
