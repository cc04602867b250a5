/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Bytes of a TIFF file, in its byte order; a read beyond its end is an error that says so. */
final class TiffInput implements Closeable {

    private static final int BIG_TIFF = 43;

    private final RandomAccessFile in;
    private final ByteOrder order;
    private final boolean big;
    private final long firstDirectory;

    TiffInput(Path file) throws IOException {
        in = new RandomAccessFile(file.toFile(), "r");
        try {
            order = in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            big = read(2, 2).getShort() == BIG_TIFF;
            if (big && read(4, 2).getShort() != Long.BYTES) {
                throw new IOException("BigTIFF with offsets of " + read(4, 2).getShort() + " bytes");
            }
            firstDirectory = big
                    ? read(8, Long.BYTES).getLong()
                    : unsigned(read(4, Integer.BYTES).getInt());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static long unsigned(int value) {
        return value & 0xffffffffL;
    }

    ByteOrder order() {
        return order;
    }

    /** Whether offsets and counts have 64 bits. */
    boolean big() {
        return big;
    }

    long firstDirectory() {
        return firstDirectory;
    }

    long length() throws IOException {
        return in.length();
    }

    /** @throws IOException if the bytes are not all in the file */
    ByteBuffer read(long offset, int bytes) throws IOException {
        requireInFile(offset, bytes);
        byte[] content = new byte[bytes];
        in.seek(offset);
        in.readFully(content);
        return ByteBuffer.wrap(content).order(order);
    }

    /** @throws IOException if the bytes are not all in the file */
    void requireInFile(long offset, long bytes) throws IOException {
        if (offset < 0 || bytes < 0 || offset > in.length() - bytes) {
            throw new IOException("pixels at bytes " + offset + " to " + (offset + bytes) + " of a file of "
                    + in.length() + " bytes");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
