/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Structures in the compact protocol of Apache Thrift. */
final class CompactOutput {

    static final int I32 = 5;
    static final int I64 = 6;
    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    private static final int LONG_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> latest = new ArrayDeque<>();

    /** Begins the structure that is written, or the next of a list. */
    CompactOutput begin() {
        latest.push(0);
        return this;
    }

    CompactOutput end() {
        latest.pop();
        out.write(0);
        return this;
    }

    private void field(int id, int type) {
        out.write(id - latest.pop() << 4 | type);
        latest.push(id);
    }

    CompactOutput i32(int id, int value) {
        field(id, I32);
        zigzag(value);
        return this;
    }

    CompactOutput i64(int id, long value) {
        field(id, I64);
        zigzag(value);
        return this;
    }

    CompactOutput text(int id, String value) {
        field(id, BINARY);
        return text(value);
    }

    /** An element of a list. */
    CompactOutput text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** An element of a list. */
    CompactOutput i32(int value) {
        zigzag(value);
        return this;
    }

    CompactOutput struct(int id) {
        field(id, STRUCT);
        return begin();
    }

    /** Begins a list, whose elements follow. */
    CompactOutput list(int id, int type, int size) {
        field(id, LIST);
        out.write(Math.min(size, LONG_LIST) << 4 | type);
        if (size >= LONG_LIST) {
            varint(size);
        }
        return this;
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        Varint.write(out, value);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
