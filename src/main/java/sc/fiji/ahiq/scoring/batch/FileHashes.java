/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.image.file.ImageFiles;

/** Hashes of images, each of which is read once. Thread safe. */
final class FileHashes {

    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    /** @throws ImageException if the file cannot be read; it is tried again the next time */
    String of(Path file) {
        return hashes.computeIfAbsent(file, ImageFiles::contentHash);
    }
}
