/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.inference;

/** Told of finished crops between two calls of the engine; may stop the work there by throwing. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /** @throws sc.fiji.ahiq.error.CancelledException to stop before the next batch */
    void update(int doneCrops, int totalCrops);
}
