/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.spark;

import java.nio.file.Path;
import org.apache.spark.SparkEnv;

/** Where a process of Spark may put files that Spark deletes when the process has ended, however it ends. */
final class LocalDisk {

    private LocalDisk() {}

    /** The first of the folders {@code spark.local.dir}, or what the cluster has for that. */
    static Path folder() {
        return SparkEnv.get()
                .blockManager()
                .diskBlockManager()
                .localDirs()[0]
                .toPath()
                .toAbsolutePath();
    }
}
