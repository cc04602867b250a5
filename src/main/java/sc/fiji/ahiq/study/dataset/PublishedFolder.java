/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.io.IoReason;

/** The folder of a dataset, whose entries are found whatever the case of their names. */
record PublishedFolder(Path path) {

    /**
     * The given folder, or the only one directly in it, that has one of these entries.
     *
     * @throws DatasetException if there is none, or several
     */
    static PublishedFolder locate(Path root, String... entries) {
        if (!Files.isDirectory(root)) {
            throw new DatasetException("Expected a folder with " + either(entries) + ", but " + root
                    + " is a file. Give the folder it is in.");
        }
        PublishedFolder given = new PublishedFolder(root);
        if (given.first(entries).isPresent()) {
            return given;
        }
        List<PublishedFolder> inside = list(root).stream()
                .filter(entry -> Files.isDirectory(entry) && Files.isReadable(entry))
                .map(PublishedFolder::new)
                .filter(folder -> folder.first(entries).isPresent())
                .toList();
        if (inside.size() != 1) {
            String found = inside.stream().map(folder -> folder.path.toString()).collect(Collectors.joining(" and "));
            throw new DatasetException("Expected " + either(entries) + " in " + root
                    + (inside.isEmpty()
                            ? ", but found none. Check the folder"
                            : ", but found it in " + found + ". Choose one")
                    + ".");
        }
        return inside.get(0);
    }

    private static String either(String... names) {
        return String.join(" or ", names);
    }

    /** The first of these entries that is there. */
    Optional<Path> first(String... names) {
        List<Path> entries = Files.isDirectory(path) ? list(path) : List.of();
        return Stream.of(names)
                .flatMap(name -> entries.stream().filter(entry -> isNamed(entry, name)))
                .findFirst();
    }

    /** This entry, or where it should be. */
    Path child(String name) {
        return first(name).orElseGet(() -> path.resolve(name));
    }

    /** @throws DatasetException if it is not there */
    Path required(String name) {
        return first(name)
                .orElseThrow(() -> new DatasetException(
                        "Expected " + name + " in " + path + ", but it is not there. Complete the dataset."));
    }

    private static boolean isNamed(Path entry, String name) {
        return entry.getFileName().toString().equalsIgnoreCase(name);
    }

    /** All entries by name. */
    static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new DatasetException(
                    "Cannot list the folder " + folder + ": " + IoReason.of(e) + ". Check its permissions.", e);
        }
    }
}
