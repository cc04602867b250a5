/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.Optional;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.crop.CropScores;
import sc.fiji.ahiq.image.crop.PatchMaps;

/**
 * What became of a plane.
 *
 * @param position in the distorted image
 * @param region that was scored; the whole plane where nothing was selected
 * @param scored empty if the images do not belong together or could not be read
 * @param row of the score table, with the reason where the plane could not be scored by all metrics
 */
public record PlaneScore(PlanePosition position, Region region, Optional<PairScore> scored, ScoreRow row) {

    /** The patches of the first metric that tells patches. */
    public Optional<PatchMaps> patches() {
        return scored.flatMap(PairScore::patches);
    }

    /** The crops that these patches are of; empty if that metric has none. */
    public Optional<CropScores> crops() {
        return scored.flatMap(PairScore::crops);
    }
}
