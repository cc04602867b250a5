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
 * @param pair empty if the plane could not be scored
 * @param row of the score table, with the reason where the plane could not be scored
 */
public record PlaneScore(PlanePosition position, Region region, Optional<PairScore> pair, ScoreRow row) {}
