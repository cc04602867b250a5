/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import sc.fiji.ahiq.base.error.ResultsException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.OutputRule;
import sc.fiji.ahiq.scoring.batch.MapPlace;

/** A folder of a store. A map is made on this machine first. */
record StoredMaps(Path folder, StoredFile stored) implements MapPlace {

    static StoredMaps of(Path folder) {
        return new StoredMaps(folder, StoredFile.of(folder));
    }

    @Override
    public boolean has(String file) {
        return stored.child(file).exists();
    }

    @Override
    public List<String> files() {
        return stored.files().stream()
                .map(FileStatus::getPath)
                .map(path -> path.getName())
                .toList();
    }

    @Override
    public void require(String file, OutputRule rule) {
        rule.requireForce(stored.child(file).address());
    }

    @Override
    public void write(String file, Consumer<Path> writing) {
        try {
            Path made = Files.createTempFile(LocalDisk.folder(), "map-", file);
            try {
                writing.accept(made);
                stored.child(file).replaceBy(made);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new ResultsException("Cannot make the map " + file + " on this machine: " + IoReason.of(e) + ".", e);
        }
    }
}
