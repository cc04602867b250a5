/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import sc.fiji.ahiq.base.io.AtomicFile;

/**
 * What has arrived of a file, {@code NAME.part} beside the place of the whole one, and, in {@code NAME.part.etag}, by
 * which tag the server told this content from others.
 */
final class PartialFile {

    private static final int MAX_TAG_BYTES = 1024;

    private final Path target;
    private final Path data;
    private final Path tag;

    PartialFile(Path folder, String name) {
        this.target = folder.resolve(name);
        this.data = folder.resolve(name + ".part");
        this.tag = folder.resolve(name + ".part.etag");
    }

    Path data() {
        return data;
    }

    long bytes() throws IOException {
        return Files.exists(data) ? Files.size(data) : 0;
    }

    Optional<String> tag() throws IOException {
        return Files.exists(tag) && Files.size(tag) <= MAX_TAG_BYTES
                ? Optional.of(Files.readString(tag))
                : Optional.empty();
    }

    /** For new content from its beginning. */
    FileChannel restart(Optional<String> newTag) throws IOException {
        delete();
        if (newTag.isPresent()) {
            Files.writeString(tag, newTag.get());
        }
        return FileChannel.open(data, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }

    FileChannel append() throws IOException {
        return FileChannel.open(data, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void delete() throws IOException {
        Files.deleteIfExists(data);
        Files.deleteIfExists(tag);
    }

    /** Gives the complete file its name. */
    void finish() throws IOException {
        AtomicFile.move(data, target);
        Files.deleteIfExists(tag);
    }
}
