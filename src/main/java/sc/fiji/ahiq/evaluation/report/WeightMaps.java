/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.evaluation.report;

import java.util.Optional;
import sc.fiji.ahiq.evaluation.EvaluatedPair;

/** Where maps of patch weights come from. */
@FunctionalInterface
public interface WeightMaps {

    /**
     * The weight of the patch at each pixel of a distorted image, row-major, in 0..1, NaN where there is none.
     *
     * @param width of the image
     * @param height of the image
     * @return empty if there is no map of that image and size
     */
    Optional<float[]> of(EvaluatedPair pair, long width, long height);
}
