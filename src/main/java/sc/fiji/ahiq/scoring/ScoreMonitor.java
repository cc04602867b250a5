/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

/** Told how scoring goes, on the thread that scores. */
public interface ScoreMonitor {

    /** Tells nobody. */
    ScoreMonitor NONE = new ScoreMonitor() {};

    /**
     * Called between two calls of the engine.
     *
     * @throws sc.fiji.ahiq.base.error.CancelledException to stop before the next batch of crops
     */
    default void progress(int donePlanes, int planes, int doneCrops, int crops) {}

    /** A plane was scored, or could not be. */
    default void finished(PlaneScore score) {}
}
