/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.zarr;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A frame as Blosc 1 writes it, see the description of this package: blocks, each split into as many streams as a
 * sample has bytes or not, and its bytes or bits shuffled or not.
 */
final class BloscFrame {

    private static final int HEADER_BYTES = 16;
    private static final int BYTES_SHUFFLED = 1;
    private static final int COPIED = 2;
    private static final int BITS_SHUFFLED = 4;
    private static final int NOT_SPLIT = 16;
    private static final int COMPRESSOR_SHIFT = 5;
    private static final int MAX_STREAMS = 16;
    private static final int MIN_STREAM_BYTES = 128;

    private final ByteBuffer frame;
    private final int flags;
    private final int sampleBytes;
    private final int bytes;
    private final int blockBytes;

    /** @throws IOException if it is none, or of a compressor that is not read */
    BloscFrame(byte[] stored) throws IOException {
        if (stored.length < HEADER_BYTES) {
            throw new IOException("a Blosc frame of " + stored.length + " bytes");
        }
        this.frame = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        this.flags = frame.get(2) & 0xff;
        this.sampleBytes = Math.max(1, frame.get(3) & 0xff);
        this.bytes = frame.getInt(4);
        this.blockBytes = frame.getInt(8);
    }

    /**
     * @param most bytes that may be decoded
     * @throws IOException if the frame is damaged or holds more
     */
    byte[] decoded(int most) throws IOException {
        if (bytes < 0 || bytes > most || blockBytes < 1 && bytes > 0) {
            throw new IOException("a Blosc frame of " + bytes + " bytes in blocks of " + blockBytes);
        }
        byte[] decoded = new byte[bytes];
        try {
            if ((flags & COPIED) != 0) {
                frame.get(HEADER_BYTES, decoded);
                return decoded;
            }
            for (int start = 0, i = 0; start < bytes; start += blockBytes, i++) {
                int length = Math.min(blockBytes, bytes - start);
                byte[] block = block(frame.getInt(HEADER_BYTES + Integer.BYTES * i), length);
                System.arraycopy(ordered(block), 0, decoded, start, length);
            }
            return decoded;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("a Blosc frame that ends too early", e);
        }
    }

    private byte[] block(int offset, int length) throws IOException {
        boolean split = (flags & NOT_SPLIT) == 0
                && length == blockBytes
                && sampleBytes <= MAX_STREAMS
                && blockBytes / sampleBytes >= MIN_STREAM_BYTES;
        int streams = split ? sampleBytes : 1;
        int streamBytes = length / streams;
        byte[] block = new byte[length];
        int at = offset;
        for (int i = 0; i < streams; i++) {
            int stored = frame.getInt(at);
            at += Integer.BYTES;
            if (stored == streamBytes) {
                frame.get(at, block, i * streamBytes, streamBytes);
            } else {
                decompress(at, stored, block, i * streamBytes, streamBytes);
            }
            at += stored;
        }
        return block;
    }

    private void decompress(int at, int stored, byte[] block, int start, int length) throws IOException {
        if (stored < 0 || stored > frame.capacity() - at) {
            throw new IOException("a Blosc stream of " + stored + " bytes");
        }
        int found =
                switch (flags >> COMPRESSOR_SHIFT) {
                    case 1 -> decompress(new Lz4Decompressor(), at, stored, block, start, length);
                    case 2 -> decompress(new SnappyDecompressor(), at, stored, block, start, length);
                    case 3 -> inflate(at, stored, block, start, length);
                    case 4 -> decompress(new ZstdDecompressor(), at, stored, block, start, length);
                    default ->
                        throw new IOException("Blosc's compressor " + (flags >> COMPRESSOR_SHIFT)
                                + " (0 is BloscLZ), expected lz4, snappy, zlib or zstd");
                };
        if (found != length) {
            throw new IOException("a Blosc stream of " + found + " bytes where " + length + " are needed");
        }
    }

    private int decompress(Decompressor decompressor, int at, int stored, byte[] block, int start, int length)
            throws IOException {
        try {
            return decompressor.decompress(frame.array(), at, stored, block, start, length);
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new IOException("a damaged stream in a Blosc frame", e);
        }
    }

    private int inflate(int at, int stored, byte[] block, int start, int length) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(frame.array(), at, stored);
            return inflater.inflate(block, start, length);
        } catch (DataFormatException e) {
            throw new IOException("a damaged stream in a Blosc frame", e);
        } finally {
            inflater.end();
        }
    }

    private byte[] ordered(byte[] block) {
        if ((flags & BYTES_SHUFFLED) != 0 && sampleBytes > 1) {
            return unshuffledBytes(block);
        }
        boolean bits = (flags & BITS_SHUFFLED) != 0 && block.length >= sampleBytes;
        return bits && block.length / sampleBytes % Byte.SIZE == 0 ? unshuffledBits(block) : block;
    }

    /** First bytes of all samples, then second ones and so on; what is left of the block as it is. */
    private byte[] unshuffledBytes(byte[] block) {
        int samples = block.length / sampleBytes;
        byte[] ordered = block.clone();
        for (int b = 0; b < sampleBytes; b++) {
            for (int i = 0; i < samples; i++) {
                ordered[i * sampleBytes + b] = block[b * samples + i];
            }
        }
        return ordered;
    }

    /** First bits of all samples, then second ones and so on. */
    private byte[] unshuffledBits(byte[] block) {
        int samples = block.length / sampleBytes;
        int row = samples / Byte.SIZE;
        byte[] ordered = block.clone();
        for (int b = 0; b < sampleBytes; b++) {
            for (int i = 0; i < samples; i++) {
                int value = 0;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    int stored = block[(b * Byte.SIZE + bit) * row + i / Byte.SIZE];
                    value |= (stored >> i % Byte.SIZE & 1) << bit;
                }
                ordered[i * sampleBytes + b] = (byte) value;
            }
        }
        return ordered;
    }
}
