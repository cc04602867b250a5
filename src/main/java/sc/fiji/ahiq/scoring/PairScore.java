/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.List;
import java.util.OptionalDouble;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.crop.PatchMaps;

/**
 * The score of a distorted image against its reference.
 *
 * @param reference name
 * @param distorted name
 * @param score higher is better; the mean over crops or, for dense plans, the weighted mean over the maps
 * @param standardDeviation of the crop scores (divided by their number less one); empty for a single crop
 * @param cropScores place and score of each crop
 * @param maps patch scores and weights in the coordinates of the image
 * @param range of the pixel values
 * @param seconds that scoring took, the encoding of the reference included where it was needed
 */
public record PairScore(
        String reference,
        String distorted,
        double score,
        OptionalDouble standardDeviation,
        List<CropScore> cropScores,
        PatchMaps maps,
        IntensityRange range,
        double seconds) {}
