/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import sc.fiji.ahiq.tensor.Tensor;

/** A safetensors file with its header read and its channel open; each tensor is mapped when it is asked for. */
final class SafetensorsFile implements Checkpoint {

    /** The limit of the reference implementation. */
    static final int MAX_HEADER_BYTES = 100_000_000;

    private final Path source;
    private final FileChannel channel;
    private final long dataStart;
    private final Map<String, SafetensorsEntry> entries;
    private final Map<String, String> metadata;

    private SafetensorsFile(Path source, FileChannel channel) throws IOException {
        this.source = source;
        this.channel = channel;
        long fileBytes = channel.size();
        ByteBuffer header = readHeader(fileBytes);
        this.dataStart = Long.BYTES + header.remaining();
        SafetensorsHeader parsed = SafetensorsHeader.parse(source, Long.BYTES, header);
        this.entries =
                Collections.unmodifiableMap(SafetensorsLayout.check(source, dataStart, fileBytes, parsed.entries()));
        this.metadata = Collections.unmodifiableMap(parsed.metadata());
    }

    static SafetensorsFile open(Path source) {
        if (!Files.isRegularFile(source)) {
            throw Refusal.notAFile(source, describe(source));
        }
        try {
            FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(source, channel);
            } catch (IOException | RuntimeException | Error e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Refusal.unreadable(source, e);
        }
    }

    private static String describe(Path source) {
        if (Files.isDirectory(source)) {
            return "a folder";
        }
        return Files.exists(source) ? "a device or pipe" : "nothing";
    }

    private ByteBuffer readHeader(long fileBytes) throws IOException {
        if (fileBytes < Long.BYTES) {
            throw Refusal.at(source, 0, "the 8 bytes of a header length", "a file of " + fileBytes + " bytes");
        }
        long headerBytes = read(0, Long.BYTES).getLong();
        // Unsigned in the file, so that a negative value is a huge one.
        if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES) {
            throw Refusal.at(
                    source,
                    0,
                    "a header of at most " + MAX_HEADER_BYTES + " bytes",
                    "a header length of " + Long.toUnsignedString(headerBytes));
        }
        if (headerBytes > fileBytes - Long.BYTES) {
            throw Refusal.at(
                    source,
                    0,
                    "a header within the file of " + fileBytes + " bytes",
                    "a header length of " + headerBytes);
        }
        return read(Long.BYTES, (int) headerBytes);
    }

    private ByteBuffer read(long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    @Override
    public Path source() {
        return source;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public TensorInfo info(String name) {
        return entry(name).info();
    }

    @Override
    public Tensor tensor(String name) {
        if (!channel.isOpen()) {
            throw new IllegalStateException("The checkpoint " + source + " is closed");
        }
        SafetensorsEntry entry = entry(name);
        long bytes = entry.end() - entry.begin();
        try {
            ByteBuffer data = channel.map(FileChannel.MapMode.READ_ONLY, dataStart + entry.begin(), bytes);
            return new Tensor(entry.info().dtype(), entry.info().shape(), data);
        } catch (IOException e) {
            throw Refusal.unreadable(source, e);
        }
    }

    private SafetensorsEntry entry(String name) {
        SafetensorsEntry entry = entries.get(name);
        if (entry == null) {
            throw Refusal.missing(this, name);
        }
        return entry;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Refusal.unreadable(source, e);
        }
    }
}
