/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.network.model.DifferenceArchitecture;
import sc.fiji.ahiq.network.tensor.DType;
import sc.fiji.ahiq.network.tensor.Tensor;

/**
 * Differences of pairs in a file, 16 bits each, so that the frozen layers see every pair once: about 5 bytes a pixel.
 * Beside it lies a list, the key of what it was made of and then columns and rows of each pair that is complete; a
 * cache of the same key goes on where it was interrupted. Not thread safe.
 */
final class DifferenceCache implements AutoCloseable {

    private static final int CHANNELS = DifferenceArchitecture.DIFFERENCES;

    private final Path list;
    private final FileChannel channel;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(long offsetBytes, int columns, int rows) {

        long endBytes() {
            return offsetBytes + (long) columns * rows * CHANNELS * Short.BYTES;
        }
    }

    private DifferenceCache(Path list, FileChannel channel) {
        this.list = list;
        this.channel = channel;
    }

    /**
     * Opens or makes the files {@code differences.bin} and {@code differences.txt}.
     *
     * @param key of all that decides about the differences
     * @throws ResultsException if they cannot be read or written
     */
    static DifferenceCache open(Path folder, String key) {
        Path list = folder.resolve("differences.txt");
        Path file = folder.resolve("differences.bin");
        try {
            List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of();
            boolean known = !lines.isEmpty() && lines.get(0).equals(key) && Files.exists(file);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            DifferenceCache cache = new DifferenceCache(list, channel);
            if (known) {
                cache.take(lines.subList(1, lines.size()));
            } else {
                Files.writeString(list, key + "\n");
            }
            return cache;
        } catch (IOException e) {
            throw new ResultsException("Cannot write the differences in " + folder + ": " + IoReason.of(e), e);
        }
    }

    /** Entries whose data are complete; the last line of a run that was killed may be cut off. */
    private void take(List<String> lines) throws IOException {
        for (String line : lines) {
            if (line.matches("\\d{1,6},\\d{1,6};")) {
                String[] sides = line.substring(0, line.length() - 1).split(",");
                Entry entry = new Entry(end(), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                if (entry.endBytes() <= channel.size()) {
                    entries.add(entry);
                }
            }
        }
    }

    private long end() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).endBytes();
    }

    /**
     * Adds what is missing of {@code count} pairs.
     *
     * @throws sc.fiji.ahiq.base.error.CancelledException if {@code progress} throws it; what is there stays
     */
    void fill(int count, IntFunction<DifferenceEncoder.Differences> source, Progress progress) {
        if (entries.size() < count) {
            progress.note("Encoding " + (count - entries.size()) + " of " + count + " pairs, beside " + list + ".");
        }
        try {
            for (int i = entries.size(); i < count; i++) {
                progress.update(i, count);
                add(source.apply(i));
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot write differences beside " + list + ": " + IoReason.of(e), e);
        }
    }

    private void add(DifferenceEncoder.Differences differences) throws IOException {
        float[] values = differences.values();
        Entry entry = new Entry(end(), differences.columns(), differences.rows());
        ByteBuffer bytes = Tensor.of(values, values.length).to(DType.F16).data().duplicate();
        long position = entry.offsetBytes();
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        Files.writeString(list, entry.columns() + "," + entry.rows() + ";\n", StandardOpenOption.APPEND);
        entries.add(entry);
    }

    int columns(int pair) {
        return entries.get(pair).columns();
    }

    int rows(int pair) {
        return entries.get(pair).rows();
    }

    /** All cells of a pair, (cell, difference). */
    float[] read(int pair) {
        return read(pair, 0, 0, columns(pair), rows(pair));
    }

    /**
     * A rectangle of cells of a pair, row by row.
     *
     * @throws ResultsException if the file cannot be read
     */
    float[] read(int pair, int left, int top, int width, int height) {
        Entry entry = entries.get(pair);
        int rowBytes = width * CHANNELS * Short.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(rowBytes * height).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (int row = 0; row < height; row++) {
                bytes.limit((row + 1) * rowBytes);
                long cell = (long) (top + row) * entry.columns() + left;
                readFully(bytes, entry.offsetBytes() + cell * CHANNELS * Short.BYTES);
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot read the differences beside " + list + ": " + IoReason.of(e), e);
        }
        return new Tensor(DType.F16, new long[] {(long) width * height, CHANNELS}, bytes.flip()).toFloats();
    }

    private void readFully(ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, position);
            if (count < 0) {
                throw new EOFException("the file of differences is too short");
            }
            position += count;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ResultsException("Cannot close the differences beside " + list + ": " + IoReason.of(e), e);
        }
    }
}
