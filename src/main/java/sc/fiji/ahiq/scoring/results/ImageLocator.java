/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.Printable;

/** Finds the images that a table of results names, by the rule of this package. Immutable. */
public final class ImageLocator {

    private final Path tableFolder;
    private final List<Path> folders;

    /**
     * @param table which names images
     * @param images folder of its images, if it is told
     */
    public ImageLocator(Path table, Optional<Path> images) {
        this.tableFolder = table.toAbsolutePath().getParent();
        this.folders = Stream.concat(
                        images.stream().map(Path::toAbsolutePath),
                        Stream.of(tableFolder, Path.of("").toAbsolutePath()))
                .toList();
    }

    /**
     * Where an image is; if it is nowhere, where it should be.
     *
     * @throws ImageException if no file can have this name
     */
    public Path find(String name) {
        try {
            Path path = Path.of(name);
            return folders.stream()
                    .map(folder -> folder.resolve(path))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseGet(() -> tableFolder.resolve(path));
        } catch (InvalidPathException e) {
            throw new ImageException("Expected the path of an image, but found '" + Printable.of(name) + "'.", e);
        }
    }
}
