/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one process after the other unpack native libraries into a cache folder, so that all but the first find them
 * there.
 */
final class UnpackingLock implements Closeable {

    private static final String FILE = "ahiq-unpacking.lock";

    private final FileChannel channel;

    private UnpackingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other process is unpacking into the folder. On a file system without locks it locks nothing: files
     * are moved into place when they are complete, so that no process harms another.
     *
     * @param folder made if need be
     * @throws IOException if it cannot be written
     */
    static UnpackingLock acquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            channel.close();
            return new UnpackingLock(null);
        }
        return new UnpackingLock(channel);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
