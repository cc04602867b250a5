/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a table row by row. The same rows give the same bytes. Not thread safe. */
public final class ParquetWriter {

    static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private static final int ROWS_OF_A_GROUP = 100_000;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final OutputStream out;
    private final Map<String, ColumnKind> columns;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long end;

    private record Group(int rows, List<Chunk> chunks) {}

    /** @param bytes before they were packed */
    private record Chunk(long offset, int bytes, int packedBytes) {}

    /**
     * Begins a table.
     *
     * @param out stays open
     * @param columns names and kinds, in their order
     */
    public ParquetWriter(OutputStream out, Map<String, ColumnKind> columns) throws IOException {
        this.out = out;
        this.columns = columns;
        put(MAGIC);
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        end += bytes.length;
    }

    /** @param row a {@link String}, {@link Long} or {@link Double}, as is the kind of the column, or null, for each */
    public void add(List<Object> row) throws IOException {
        rows.add(row);
        if (rows.size() == ROWS_OF_A_GROUP) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        int column = 0;
        for (ColumnKind kind : columns.values()) {
            chunks.add(writeChunk(column++, kind));
        }
        groups.add(new Group(rows.size(), chunks));
        rows.clear();
    }

    private Chunk writeChunk(int column, ColumnKind kind) throws IOException {
        byte[] page = page(column, kind);
        byte[] packed = Codec.gzip(page);
        byte[] header = new CompactOutput()
                .begin()
                .i32(1, DATA_PAGE)
                .i32(2, page.length)
                .i32(3, packed.length)
                .struct(5)
                .i32(1, rows.size())
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .bytes();
        Chunk chunk = new Chunk(end, header.length + page.length, header.length + packed.length);
        put(header);
        put(packed);
        return chunk;
    }

    private byte[] page(int column, ColumnKind kind) {
        boolean[] there = new boolean[rows.size()];
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (int i = 0; i < there.length; i++) {
            Object cell = rows.get(i).get(column);
            there[i] = cell != null;
            if (there[i]) {
                values.writeBytes(bytes(kind, cell));
            }
        }
        byte[] levels = BitRuns.of(there);
        return littleEndian(Integer.BYTES + levels.length + values.size())
                .putInt(levels.length)
                .put(levels)
                .put(values.toByteArray())
                .array();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ColumnKind kind, Object cell) {
        return switch (kind) {
            case INTEGER -> littleEndian(Long.BYTES).putLong((Long) cell).array();
            case NUMBER -> littleEndian(Double.BYTES).putDouble((Double) cell).array();
            case TEXT -> {
                byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
                yield littleEndian(Integer.BYTES + text.length)
                        .putInt(text.length)
                        .put(text)
                        .array();
            }
        };
    }

    /** Writes what is left and the description of the table. */
    public void finish() throws IOException {
        if (!rows.isEmpty()) {
            writeGroup();
        }
        CompactOutput footer = new CompactOutput().begin().i32(1, 1);
        writeColumns(footer);
        footer.i64(3, groups.stream().mapToLong(Group::rows).sum());
        footer.list(4, CompactOutput.STRUCT, groups.size());
        groups.forEach(group -> writeGroup(footer, group));
        byte[] bytes = footer.text(6, "AHIQ for ImageJ").end().bytes();
        put(bytes);
        put(littleEndian(Integer.BYTES).putInt(bytes.length).array());
        put(MAGIC);
    }

    private void writeColumns(CompactOutput footer) {
        footer.list(2, CompactOutput.STRUCT, columns.size() + 1);
        footer.begin().text(4, "results").i32(5, columns.size()).end();
        columns.forEach((name, kind) -> {
            footer.begin().i32(1, kind.type().ordinal()).i32(3, OPTIONAL).text(4, name);
            if (kind == ColumnKind.TEXT) {
                footer.i32(6, UTF8).struct(10).struct(1).end().end();
            }
            footer.end();
        });
    }

    private void writeGroup(CompactOutput footer, Group group) {
        footer.begin().list(1, CompactOutput.STRUCT, columns.size());
        int column = 0;
        for (Map.Entry<String, ColumnKind> entry : columns.entrySet()) {
            Chunk chunk = group.chunks().get(column++);
            footer.begin().i64(2, chunk.offset()).struct(3);
            footer.i32(1, entry.getValue().type().ordinal());
            footer.list(2, CompactOutput.I32, 2).i32(PLAIN).i32(RLE);
            footer.list(3, CompactOutput.BINARY, 1).text(entry.getKey());
            footer.i32(4, Codec.GZIP)
                    .i64(5, group.rows())
                    .i64(6, chunk.bytes())
                    .i64(7, chunk.packedBytes())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        footer.i64(2, group.chunks().stream().mapToLong(Chunk::bytes).sum());
        footer.i64(3, group.rows()).end();
    }
}
