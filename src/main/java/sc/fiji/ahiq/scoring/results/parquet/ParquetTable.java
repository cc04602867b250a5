/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A flat table in memory.
 *
 * @param columns names, in the order of the file
 * @param rows a {@link String}, {@link Long}, {@link Double} or {@link Boolean}, or null, for each column
 */
public record ParquetTable(List<String> columns, List<List<Object>> rows) {

    private static final int TAIL_BYTES = 8;
    private static final int REPEATED = 2;
    private static final int LARGEST_PART = Integer.MAX_VALUE - 64;

    /** Whether a file begins as one in this format. */
    public static boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ParquetWriter.MAGIC.length), ParquetWriter.MAGIC);
        }
    }

    /** @throws IOException if the file cannot be read, is damaged, or has something else than a flat table */
    public static ParquetTable read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("it is damaged: a part of it is too short", e);
        }
    }

    private static ParquetTable read(FileChannel file) throws IOException {
        ByteBuffer tail = part(file, file.size() - TAIL_BYTES, TAIL_BYTES);
        int length = tail.getInt();
        if (!Arrays.equals(Arrays.copyOfRange(tail.array(), Integer.BYTES, TAIL_BYTES), ParquetWriter.MAGIC)) {
            throw new IOException("it is damaged: its end is missing");
        }
        CompactInput.Struct footer = new CompactInput(part(file, file.size() - TAIL_BYTES - length, length)).struct();
        List<CompactInput.Struct> schema = footer.structs(2);
        List<CompactInput.Struct> leaves = schema.subList(Math.min(1, schema.size()), schema.size());
        if (leaves.isEmpty()) {
            throw new IOException("it has no columns");
        }
        List<String> names = new ArrayList<>();
        for (CompactInput.Struct leaf : leaves) {
            if (leaf.number(5, 0) > 0 || leaf.number(3, 0) == REPEATED) {
                throw new IOException("the column " + leaf.text(4) + " has more than one value in a row");
            }
            names.add(leaf.text(4));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (CompactInput.Struct group : footer.structs(4)) {
            rows.addAll(rows(file, group, leaves));
        }
        return new ParquetTable(names, rows);
    }

    private static List<List<Object>> rows(
            FileChannel file, CompactInput.Struct group, List<CompactInput.Struct> leaves) throws IOException {
        List<CompactInput.Struct> chunks = group.structs(1);
        long count = group.number(3);
        if (chunks.size() != leaves.size()) {
            throw new IOException("it is damaged: a group of rows has other columns");
        }
        List<Object[]> columns = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            CompactInput.Struct chunk = chunks.get(i).struct(3);
            long first = chunk.number(9);
            long start = chunk.has(11) ? Math.min(first, chunk.number(11)) : first;
            ByteBuffer bytes = part(file, start, chunk.number(7));
            columns.add(new ColumnChunk(chunk, leaves.get(i).number(3, 0) == 1).read(bytes));
            if (columns.get(i).length != count) {
                throw new IOException("it is damaged: a column has another number of rows");
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            Object[] cells = new Object[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i)[row];
            }
            rows.add(Collections.unmodifiableList(Arrays.asList(cells)));
        }
        return rows;
    }

    private static ByteBuffer part(FileChannel file, long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > LARGEST_PART || length > file.size() - offset) {
            throw new IOException("it is damaged: a part of it would be outside of it");
        }
        ByteBuffer part = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (part.hasRemaining()) {
            if (file.read(part, offset + part.position()) < 0) {
                throw new IOException("it was shortened by another program");
            }
        }
        return part.flip();
    }
}
