/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.ahiq.base.io.OutputRule;

/** Where the files of maps lie. Thread safe. */
public interface MapPlace {

    /** As the user named it. */
    Path folder();

    /** Whether there is a file of this name. */
    boolean has(String file);

    /** The names of all files. */
    List<String> files();

    /** @throws sc.fiji.ahiq.base.error.UsageException if a file that is there may not be replaced */
    void require(String file, OutputRule rule);

    /**
     * Makes or replaces a file.
     *
     * @param writing writes the whole file to the path that it gets, or throws
     * @throws sc.fiji.ahiq.base.error.ResultsException if it cannot be written; what was there is then unchanged
     */
    void write(String file, Consumer<Path> writing);
}
