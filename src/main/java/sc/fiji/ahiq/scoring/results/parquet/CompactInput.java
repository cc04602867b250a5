/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads structures in the compact protocol of Apache Thrift: numbers, texts, lists and structures by field number. */
final class CompactInput {

    private static final int MAX_DEPTH = 16;
    private static final int LONG_LIST = 15;

    private final ByteBuffer in;

    CompactInput(ByteBuffer in) {
        this.in = in;
    }

    /** A structure. */
    static final class Struct {

        private final Map<Integer, Object> fields = new HashMap<>();

        long number(int id) throws IOException {
            return get(id, Long.class);
        }

        long number(int id, long missing) throws IOException {
            return has(id) ? number(id) : missing;
        }

        String text(int id) throws IOException {
            return get(id, String.class);
        }

        Struct struct(int id) throws IOException {
            return get(id, Struct.class);
        }

        boolean flag(int id, boolean missing) throws IOException {
            return has(id) ? get(id, Boolean.class) : missing;
        }

        boolean has(int id) {
            return fields.containsKey(id);
        }

        List<Struct> structs(int id) throws IOException {
            List<Struct> structs = new ArrayList<>();
            for (Object element : get(id, List.class)) {
                if (!(element instanceof Struct struct)) {
                    throw new IOException("a list has other elements than structures");
                }
                structs.add(struct);
            }
            return structs;
        }

        private <T> T get(int id, Class<T> type) throws IOException {
            Object value = fields.get(id);
            if (!type.isInstance(value)) {
                throw new IOException(
                        "the field " + id + " of a structure is missing, or something else than expected");
            }
            return type.cast(value);
        }
    }

    Struct struct() throws IOException {
        return struct(0);
    }

    private Struct struct(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("structures are nested too deeply");
        }
        Struct struct = new Struct();
        int id = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            id = head >> 4 == 0 ? (int) zigzag() : id + (head >> 4);
            int type = head & 0xf;
            struct.fields.put(id, type == 1 || type == 2 ? (Object) (type == 1) : value(type, depth));
        }
        return struct;
    }

    private Object value(int type, int depth) throws IOException {
        return switch (type) {
            case 1, 2 -> in.get() == 1;
            case 3 -> (long) in.get();
            case 4, CompactOutput.I32, CompactOutput.I64 -> zigzag();
            case 7 -> in.getDouble();
            case CompactOutput.BINARY -> text();
            case CompactOutput.LIST, 10 -> list(depth);
            case CompactOutput.STRUCT -> struct(depth + 1);
            default -> throw new IOException("a structure has a field of the type " + type);
        };
    }

    private List<Object> list(int depth) throws IOException {
        int head = in.get() & 0xff;
        int size = head >> 4 == LONG_LIST ? Varint.length(in) : head >> 4;
        if (size > in.remaining()) {
            throw new IOException("a list is longer than the file");
        }
        List<Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(value(head & 0xf, depth + 1));
        }
        return elements;
    }

    private String text() throws IOException {
        int length = Varint.length(in);
        if (length > in.remaining()) {
            throw new IOException("a text is longer than the file");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long zigzag() throws IOException {
        long value = Varint.read(in);
        return value >>> 1 ^ -(value & 1);
    }
}
