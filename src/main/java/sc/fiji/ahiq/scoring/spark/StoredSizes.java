/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;

/** Lengths of files in stores, found by listing their folders: to ask for each takes long. */
record StoredSizes(Map<Path, Long> bytes) {

    static StoredSizes of(List<Path> files) {
        Map<Path, Long> bytes = new HashMap<>();
        files.stream().filter(StoredFile::is).map(Path::getParent).distinct().forEach(folder -> {
            for (FileStatus file : StoredFile.of(folder).files()) {
                bytes.put(folder.resolve(file.getPath().getName()), file.getLen());
            }
        });
        return new StoredSizes(bytes);
    }

    /** 0 for a file that is not there. */
    long bytes(Path file) {
        return bytes.getOrDefault(file, 0L);
    }
}
