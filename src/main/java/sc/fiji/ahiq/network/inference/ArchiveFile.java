/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** An archive in a temporary file, which is deleted when this is closed. */
record ArchiveFile(Path path) implements AutoCloseable {

    /** @throws EngineException if it cannot be written */
    static ArchiveFile write(ScriptArchive archive) {
        try {
            ArchiveFile file = new ArchiveFile(Files.createTempFile("ahiq", ".pt"));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path))) {
                archive.write(out);
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EngineException(
                    "The network could not be assembled in " + System.getProperty("java.io.tmpdir") + ": "
                            + e.getMessage() + ". It needs as much free space there as its weights"
                            + " (-Djava.io.tmpdir=... moves it).",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
