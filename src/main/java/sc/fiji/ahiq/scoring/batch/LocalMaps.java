/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.Folder;
import sc.fiji.ahiq.base.io.OutputRule;

/** A folder of this machine, or one that it sees. */
record LocalMaps(Path folder) implements MapPlace {

    /**
     * Makes it if need be.
     *
     * @throws UsageException if that cannot be done, or it is not writable
     */
    static LocalMaps make(Path folder) {
        if (!Files.isWritable(Folder.make(folder))) {
            throw new UsageException("The folder " + folder + " for maps is not writable. Name another one.");
        }
        return new LocalMaps(folder);
    }

    @Override
    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    @Override
    public List<String> files() {
        return Folder.list(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Override
    public void require(String file, OutputRule rule) {
        rule.require(folder.resolve(file));
    }

    @Override
    public void write(String file, Consumer<Path> writing) {
        writing.accept(folder.resolve(file));
    }
}
