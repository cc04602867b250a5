/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with stand-ins for the files of a dataset. */
record DatasetFolder(Path path) {

    /** Empty files in place of images. */
    DatasetFolder images(String... names) throws IOException {
        for (String name : names) {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        return this;
    }

    DatasetFolder text(String name, String... lines) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\r\n", lines) + "\r\n");
        return this;
    }
}
