/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.model.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sc.fiji.ahiq.base.error.WeightsException;

/** One open file for each part that the network has. */
final class SourceFiles implements AutoCloseable {

    private final Map<Part, SourceFile> files = new EnumMap<>(Part.class);
    private final List<String> notes = new ArrayList<>();

    private SourceFiles() {}

    /**
     * Opens the files.
     *
     * @param given by what the user takes them for, which need not be right
     */
    static SourceFiles open(Map<Part, Path> given, boolean checkNames) {
        SourceFiles files = new SourceFiles();
        try {
            given.forEach((part, path) -> files.add(part, SourceFile.open(path, checkNames)));
            return files;
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void add(Part given, SourceFile file) {
        SourceFile other = files.putIfAbsent(file.part(), file);
        if (other != null) {
            file.close();
            throw new WeightsException("Both " + other.path() + " and " + file.path() + " hold the weights of "
                    + file.part().words()
                    + "; expected one file each of the AHIQ heads, a CNN and a Vision Transformer."
                    + " Check which file was given for which.");
        }
        if (file.part() != given) {
            notes.add(file.path() + " was given as " + given.words() + ", but its tensors are those of "
                    + file.part().words() + "; it was taken as that.");
        }
    }

    boolean has(Part part) {
        return files.containsKey(part);
    }

    /** Null if there is none. */
    SourceFile get(Part part) {
        return files.get(part);
    }

    /** In the order of the parts. */
    Collection<SourceFile> all() {
        return files.values();
    }

    /** What the user should know about how the files were taken. */
    List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        files.values().forEach(SourceFile::close);
    }
}
