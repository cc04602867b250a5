/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: the new content goes to a temporary file in the same folder, is forced to the disk and
 * then moved over the target. Whatever fails before the move, the target keeps its former content and the temporary
 * file is deleted. The move is atomic wherever the file system can do that, and a plain replacement elsewhere.
 *
 * <p>A target that is a symbolic link is itself replaced, not the file it points to. On Windows the move fails while
 * the target is open or memory-mapped. Calls for different targets may run at the same time; of two calls for the same
 * target the later move wins.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Writes everything from the channel's position 0 on.
         *
         * @param channel open for writing; may be closed by this method, and is closed after it
         * @throws IOException if the content cannot be produced or written
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Creates or replaces {@code target}, in a folder that exists.
     *
     * @throws IOException if {@code body} throws it, or the file cannot be created, written or moved; any other
     *     exception of {@code body} is passed on after the same cleaning up
     */
    public static void write(Path target, Writer body) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        // Not Files.createTempFile: its files are readable by their owner only, and the target would stay so.
        Path temporary = folder.resolve(".ahiq-" + UUID.randomUUID() + ".tmp");
        try {
            fill(temporary, body);
            move(temporary, target);
        } catch (IOException | RuntimeException | Error e) {
            delete(temporary, e);
            throw e;
        }
    }

    private static void fill(Path temporary, Writer body) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            body.writeTo(channel);
        }
        // A channel of its own, because streams around the body's channel close it.
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a complete file its name, over a file that has it already. */
    public static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary, Throwable reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
