/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import sc.fiji.ahiq.base.error.WeightsException;

/**
 * What every reader must do with any bytes: read all tensors, or throw a {@link WeightsException}.
 *
 * <p>{@code mvn test} only runs the inputs in the resources folder. To search for others, one class at a time:
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=NpzFuzzTest}.
 */
final class FuzzTarget {

    private static final Path FILE = temporaryFile();

    private FuzzTarget() {}

    static void read(byte[] content, Function<OpenFile, Checkpoint> reader) {
        try {
            Files.write(FILE, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Checkpoint checkpoint = OpenFile.read(FILE, reader)) {
            checkpoint.metadata();
            checkpoint.names().forEach(checkpoint::tensor);
        } catch (WeightsException e) {
            if (e.getMessage().length() > 4096) {
                throw new AssertionError("A message of " + e.getMessage().length() + " characters", e);
            }
        }
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
