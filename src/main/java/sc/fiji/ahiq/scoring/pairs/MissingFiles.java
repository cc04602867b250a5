/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.DatasetException;
import sc.fiji.ahiq.base.error.Problems;
import sc.fiji.ahiq.base.io.WebAddress;

/**
 * The image files that pairs name and that are not there. Immutable.
 *
 * @param expected how many different files the pairs name
 * @param files those of them that are no regular files, in the order of the pairs
 */
public record MissingFiles(int expected, List<Path> files) {

    public MissingFiles {
        files = List.copyOf(files);
    }

    /** Looks for every file once. */
    public static MissingFiles of(List<RatedPair> pairs) {
        Set<Path> named = new LinkedHashSet<>();
        for (RatedPair pair : pairs) {
            named.add(pair.reference());
            named.add(pair.distorted());
        }
        return new MissingFiles(
                named.size(), named.stream().filter(file -> !isThere(file)).toList());
    }

    /** An image of several in a file is named after a {@code #}; a Zarr image is a folder. */
    private static boolean isThere(Path file) {
        Path whole = Path.of(file.toString().replaceFirst("(?<=.)#[^#]*$", ""));
        return Stream.of(file, whole)
                .anyMatch(path -> Files.isRegularFile(path)
                        || Files.isDirectory(path) && path.toString().endsWith(".zarr"));
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Does nothing if all are there.
     *
     * @param advice sentence that tells the user what to do about it
     * @throws DatasetException with the number of missing files and the names of the first few
     */
    public void requireNone(String advice) {
        if (!isEmpty()) {
            throw new DatasetException(this + " " + advice);
        }
    }

    /** A sentence about all of them with the names of the first few. */
    @Override
    public String toString() {
        Problems missing = new Problems();
        files.forEach(file -> missing.add(WebAddress.written(file)));
        return "Expected " + expected + " image files, but " + files.size() + (files.size() == 1 ? " is" : " are")
                + " missing" + (isEmpty() ? "." : ": " + missing + ".");
    }
}
