/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How values are stored, in the order of their numbers in the format. */
enum PhysicalType {
    BOOLEAN,
    INT32,
    INT64,
    INT96,
    FLOAT,
    DOUBLE,
    BYTE_ARRAY,
    FIXED_LEN_BYTE_ARRAY;

    /** @throws IOException if there is none of this number */
    static PhysicalType of(long number) throws IOException {
        if (number < 0 || number >= values().length) {
            throw new IOException("it has a column of the unknown type " + number);
        }
        return values()[(int) number];
    }

    /** So many values one after the other. */
    Object[] plain(ByteBuffer in, int count) throws IOException {
        int least = this == BOOLEAN
                ? (count + 7) / 8
                : this == INT32 || this == FLOAT || this == BYTE_ARRAY ? 4 * count : 8 * count;
        if (count < 0 || least < 0 || least > in.remaining()) {
            throw new IOException("a page is too short for its values");
        }
        Object[] values = new Object[count];
        int start = in.position();
        for (int i = 0; i < count; i++) {
            values[i] = this == BOOLEAN ? (Object) ((in.get(start + i / 8) >> i % 8 & 1) == 1) : value(in);
        }
        return values;
    }

    private Object value(ByteBuffer in) throws IOException {
        return switch (this) {
            case INT32 -> (long) in.getInt();
            case INT64 -> in.getLong();
            case FLOAT -> (double) in.getFloat();
            case DOUBLE -> in.getDouble();
            case BYTE_ARRAY -> text(in);
            default ->
                throw new IOException(
                        "it has a column of the type " + this + "; expected texts, numbers and truth values");
        };
    }

    private static String text(ByteBuffer in) throws IOException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IOException("a text of " + length + " bytes is longer than its page");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
