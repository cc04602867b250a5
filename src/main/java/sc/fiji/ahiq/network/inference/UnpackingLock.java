/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Lets one process after the other unpack native libraries into a cache folder, so that all but the first find them there. DJL
 * unpacks to a temporary name and moves it, so that without a lock nothing would be damaged, but each process would unpack 400 MB.
 */
final class UnpackingLock implements AutoCloseable {

    private static final String FILE = "ahiq-unpacking.lock";

    private final FileChannel channel;

    private UnpackingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other process is unpacking into the folder. Locks nothing if the libraries are there already, or where that is
     * impossible: in a folder that cannot be written, or on a file system without locks.
     *
     * @param folder made if need be
     */
    static UnpackingLock acquire(Path folder) {
        if (isUnpacked(folder)) {
            return new UnpackingLock(null);
        }
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new UnpackingLock(channel);
        } catch (IOException e) {
            return new UnpackingLock(channel); // starting the engine tells what is wrong with the folder, if it matters
        }
    }

    /** The library that is unpacked last is there. */
    private static boolean isUnpacked(Path folder) {
        String last = "-" + System.mapLibraryName("djl_torch");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, 2) : Stream.empty()) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(last));
        } catch (IOException | UncheckedIOException e) {
            return false; // another process is moving files just now
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
