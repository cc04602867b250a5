/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;

/** SHA-256 of files, each of which is read once. Thread safe. */
final class FileHashes {

    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    /** @throws ImageException if the file cannot be read; it is tried again the next time */
    String of(Path file) {
        try {
            return hashes.computeIfAbsent(file, FileHashes::hash);
        } catch (UncheckedIOException e) {
            throw new ImageException(
                    "Expected an image, but " + file + " cannot be read: " + IoReason.of(e.getCause())
                            + ". Check the path and its permissions.",
                    e.getCause());
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
