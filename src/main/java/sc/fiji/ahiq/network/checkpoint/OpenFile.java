/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A regular file, open for reading. Thread safe; a thread that is interrupted while it reads may close it. */
final class OpenFile implements AutoCloseable {

    private final Path path;
    private final FileContent content;

    private OpenFile(Path path, FileContent content) {
        this.path = path;
        this.content = content;
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
            boolean mappable = path.getFileSystem() == FileSystems.getDefault();
            return new OpenFile(path, mappable ? MappedContent.open(path) : LoadedContent.read(path));
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
        return content.sizeBytes();
    }

    boolean isOpen() {
        return content.isOpen();
    }

    /**
     * A little-endian buffer of these bytes, which must lie within the file; usually a mapping or a view, not a copy.
     */
    ByteBuffer bytes(long offset, int length) {
        try {
            return content.bytes(offset, length).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw Refusal.unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw Refusal.unreadable(path, e);
        }
    }
}
