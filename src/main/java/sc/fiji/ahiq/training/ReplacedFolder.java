/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;

/**
 * A folder that is replaced as a whole. The new one is made beside it, named {@code NAME.new}; the old one is kept as
 * {@code NAME.old} until the new one has its place. Whenever the process ends, one of them is complete:
 * {@link #current} finds it.
 */
final class ReplacedFolder {

    private final Path folder;
    private final Path coming;
    private final Path former;

    ReplacedFolder(Path folder) {
        this.folder = folder;
        this.coming = folder.resolveSibling(folder.getFileName() + ".new");
        this.former = folder.resolveSibling(folder.getFileName() + ".old");
    }

    /** The last folder that was completed; one that does not exist if there is none. */
    Path current() {
        return Files.isDirectory(folder) || !Files.isDirectory(former) ? folder : former;
    }

    /**
     * Replaces it.
     *
     * @param filler makes the folder that it is given, and fills it
     * @throws ResultsException if files cannot be written, moved or deleted
     */
    void replace(Consumer<Path> filler) {
        try {
            delete(coming);
            filler.accept(coming);
            if (Files.isDirectory(folder)) {
                delete(former);
                Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(coming, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(former);
        } catch (IOException e) {
            throw new ResultsException("Cannot write the folder " + folder + ": " + IoReason.of(e), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> files = Files.walk(folder)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.delete(file);
        }
    }
}
