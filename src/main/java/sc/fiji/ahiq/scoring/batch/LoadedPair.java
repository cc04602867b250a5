/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import sc.fiji.ahiq.image.ImagePlane;

/**
 * A pair that is done, or ready to be scored, or whose images cannot be read.
 *
 * @param key null if a file cannot be read
 * @param reference null unless the pair is ready, and so is {@code distorted}
 * @param error null unless the images cannot be read
 */
record LoadedPair(PlannedPair entry, String key, ImagePlane reference, ImagePlane distorted, String error) {

    static LoadedPair done(PlannedPair entry, String key) {
        return new LoadedPair(entry, key, null, null, null);
    }

    static LoadedPair of(PlannedPair entry, String key, ImagePlane reference, ImagePlane distorted) {
        return new LoadedPair(entry, key, reference, distorted, null);
    }

    static LoadedPair failed(PlannedPair entry, String key, String error) {
        return new LoadedPair(entry, key, null, null, error);
    }

    boolean isDone() {
        return reference == null && error == null;
    }
}
