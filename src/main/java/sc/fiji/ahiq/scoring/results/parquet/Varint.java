/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers without sign in seven bits a byte, the lowest first. */
final class Varint {

    private static final int MOST_BITS = 63;

    private Varint() {}

    static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static long read(ByteBuffer in) throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MOST_BITS; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number is too long");
    }

    /** One that is the length of something. */
    static int length(ByteBuffer in) throws IOException {
        long length = read(in);
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new IOException("a length is too large");
        }
        return (int) length;
    }
}
