/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base;

/**
 * Told between two calls of the engine how far a work has come; may stop it there by throwing. Not always by the same thread, but
 * by one at a time.
 */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /** @throws sc.fiji.ahiq.base.error.CancelledException to stop before the next call */
    void update(int done, int total);
}
