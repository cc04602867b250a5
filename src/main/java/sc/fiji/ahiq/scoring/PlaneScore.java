/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.Optional;
import sc.fiji.ahiq.image.Region;

/**
 * What became of a plane.
 *
 * @param position in the distorted image
 * @param region that was scored; the whole plane where nothing was selected
 * @param scored empty if the images do not belong together or could not be read
 * @param row of the score table, with the reason where the plane could not be scored by all metrics
 */
public record PlaneScore(PlanePosition position, Region region, Optional<ScoredPair> scored, ScoreRow row) {

    /** What AHIQ said; empty if it was not asked for or could not score the plane. */
    public Optional<PairScore> pair() {
        return scored.flatMap(ScoredPair::ahiq);
    }
}
