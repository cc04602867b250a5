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
import java.util.function.Function;

/** A regular file, open for reading. Thread safe; a thread that is interrupted while it reads closes it. */
final class OpenFile implements AutoCloseable {

    /** Below this a read is cheaper than a mapping, which costs whole pages and lives until it is garbage collected. */
    static final int MIN_MAPPED_BYTES = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long sizeBytes;

    private OpenFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.sizeBytes = channel.size();
    }

    /** What {@code reader} makes of the file; closed again if that fails. */
    static Checkpoint read(Path path, Function<OpenFile, Checkpoint> reader) {
        OpenFile file = open(path);
        try {
            return reader.apply(file);
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private static OpenFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw Refusal.notAFile(path, describe(path));
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new OpenFile(path, channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Refusal.unreadable(path, e);
        }
    }

    private static String describe(Path path) {
        if (Files.isDirectory(path)) {
            return "a folder";
        }
        return Files.exists(path) ? "a device or pipe" : "nothing";
    }

    Path path() {
        return path;
    }

    /** Length when the file was opened. */
    long sizeBytes() {
        return sizeBytes;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** A little-endian buffer of these bytes, which must lie within the file; a mapping from 64 KiB on. */
    ByteBuffer bytes(long offset, int length) {
        try {
            ByteBuffer bytes = length < MIN_MAPPED_BYTES
                    ? copy(offset, length)
                    : channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
            return bytes.order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw Refusal.unreadable(path, e);
        }
    }

    private ByteBuffer copy(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Refusal.unreadable(path, e);
        }
    }
}
