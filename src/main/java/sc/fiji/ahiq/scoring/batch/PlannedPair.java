/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import java.nio.file.Path;
import sc.fiji.ahiq.scoring.pairs.RatedPair;

/**
 * A row to be.
 *
 * @param number from 1
 */
public record PlannedPair(int number, RatedPair pair) {

    /** The same for all paths of a file. */
    public Path reference() {
        return location(pair.reference());
    }

    /** The same for all paths of a file. */
    public Path distorted() {
        return location(pair.distorted());
    }

    static Path location(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
