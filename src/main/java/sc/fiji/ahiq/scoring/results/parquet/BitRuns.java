/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Small numbers in the hybrid of runs of equal ones and of packed bits. */
final class BitRuns {

    private BitRuns() {}

    /** Of truth values. */
    static byte[] of(boolean[] values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[from]) {
                Varint.write(out, (long) (i - from) << 1);
                out.write(values[from] ? 1 : 0);
                from = i;
            }
        }
        return out.toByteArray();
    }

    /** So many numbers of some bits. */
    static int[] read(ByteBuffer in, int bits, int count) throws IOException {
        if (bits > Integer.SIZE - 1) {
            throw new IOException("numbers of " + bits + " bits are too large");
        }
        int[] values = new int[count];
        for (int i = 0; i < count; ) {
            int head = Varint.length(in);
            int length = head >> 1;
            i = (head & 1) == 0 ? fill(values, i, length, value(in, bits)) : unpack(values, i, length, in, bits);
        }
        return values;
    }

    private static int value(ByteBuffer in, int bits) {
        int value = 0;
        for (int shift = 0; shift < bits; shift += Byte.SIZE) {
            value |= (in.get() & 0xff) << shift;
        }
        return value;
    }

    private static int fill(int[] values, int from, int length, int value) throws IOException {
        if (length == 0) {
            throw new IOException("a run is empty");
        }
        int to = (int) Math.min(values.length, (long) from + length);
        Arrays.fill(values, from, to, value);
        return to;
    }

    /** Groups of eight, of which the last may have more than there are. */
    private static int unpack(int[] values, int from, int groups, ByteBuffer in, int bits) throws IOException {
        if (groups == 0 || (long) groups * bits > in.remaining()) {
            throw new IOException("packed numbers are longer than their page");
        }
        int start = in.position();
        int to = (int) Math.min(values.length, from + 8L * groups);
        for (int i = from; i < to; i++) {
            for (int bit = 0; bit < bits; bit++) {
                long at = (long) (i - from) * bits + bit;
                values[i] |= (in.get(start + (int) (at / 8)) >> at % 8 & 1) << bit;
            }
        }
        in.position(start + groups * bits);
        return to;
    }
}
