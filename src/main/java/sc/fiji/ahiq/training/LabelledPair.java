/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.nio.file.Path;

/**
 * @param distortion its type; empty if unknown
 * @param label normalised, higher is better
 */
record LabelledPair(Path reference, Path distorted, String distortion, float label) {

    /** Whether this is a reference with itself. */
    boolean isPristine() {
        return reference.equals(distorted);
    }
}
