/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.ahiq.base.error.Problems;

/** The images of some folders, found whatever the case of their names. Not thread safe. */
final class ImageIndex {

    private final Path expectedFolder;
    private final Map<String, Path> unasked = new TreeMap<>();
    private final Map<String, Path> byName = new TreeMap<>();

    /** @param folders at least one; those that are not there are empty */
    ImageIndex(List<Path> folders, String ending) {
        expectedFolder = folders.stream().filter(Files::isDirectory).findFirst().orElse(folders.get(0));
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                PublishedFolder.list(folder).stream()
                        .filter(file -> key(file.getFileName().toString()).endsWith(ending))
                        .forEach(file ->
                                byName.putIfAbsent(key(file.getFileName().toString()), file));
            }
        }
        unasked.putAll(byName);
    }

    /** The image of this name, or where it should be. */
    Path find(String name) {
        unasked.remove(key(name));
        return byName.getOrDefault(key(name), expectedFolder.resolve(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A note about the images that were never asked for, if any. */
    List<String> unlabelled() {
        if (unasked.isEmpty()) {
            return List.of();
        }
        Problems names = new Problems();
        unasked.values().forEach(file -> names.add(file.toString()));
        return List.of("Expected a label for each image, but found none for " + unasked.size() + ": " + names + ".");
    }
}
