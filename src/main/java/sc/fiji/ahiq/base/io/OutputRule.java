/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * What a command may write: no file that it reads, under whatever name or link, and a file that exists only by the
 * user's {@code force}. Files that the same command made before, such as results that it goes on with, are no matter of
 * this rule. Not thread safe.
 */
public final class OutputRule {

    private final boolean force;
    private final Collection<Path> inputs;
    private Set<Object> known;

    /**
     * @param force whether files that exist may be replaced
     * @param inputs files that are read, whether they exist or not
     */
    public OutputRule(boolean force, Collection<Path> inputs) {
        this.force = force;
        this.inputs = List.copyOf(inputs);
    }

    /** @throws UsageException if a file may not be written */
    public void require(Path output) {
        if (!Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(output)) {
            throw new UsageException("Expected a file to write, but " + output + " is a folder. Name a file in it.");
        }
        if (isInput(output)) {
            throw new UsageException(
                    output + " cannot be written, for it is one of the files that are read. Name another one.");
        }
        requireForce(output.toString());
    }

    /**
     * The last part of the rule alone.
     *
     * @param output a file that is there, and none that is read
     * @throws UsageException if files that are there may not be replaced
     */
    public void requireForce(String output) {
        if (!force) {
            throw new UsageException(output
                    + " exists, and it is not replaced. Name another one, or replace it by --force (force=true).");
        }
    }

    private boolean isInput(Path output) {
        if (known == null) {
            known = new HashSet<>();
            inputs.forEach(input -> known.add(identity(input)));
        }
        return known.contains(identity(output));
    }

    /** The same for all names of a file, links among them. */
    private static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Objects.requireNonNullElse(key, file.toRealPath());
        } catch (IOException e) {
            return file.toAbsolutePath().normalize(); // not there, or a link to nothing
        }
    }
}
