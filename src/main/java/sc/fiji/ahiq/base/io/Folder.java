/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.UsageException;

/** Folders that the user names. */
public final class Folder {

    private Folder() {}

    /**
     * Makes a folder and those above it, unless it is there.
     *
     * @return the folder
     * @throws UsageException if it cannot be made
     */
    public static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot make the folder " + folder + ": " + IoReason.of(e) + ". Name another one.", e);
        }
    }

    /**
     * Tells what is in a folder, and below, from all else: SHA-256 of the names and contents of all files.
     *
     * @throws IOException if a file cannot be read
     */
    public static String hash(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(folder.relativize(file).toString());
                texts.add(Sha256.of(file));
            }
        }
        return Sha256.ofTexts(texts);
    }

    /**
     * What is in a folder, sorted by name.
     *
     * @throws UsageException if it cannot be listed
     */
    public static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UsageException("Cannot list the folder " + folder + ": " + IoReason.of(e) + ".", e);
        }
    }
}
