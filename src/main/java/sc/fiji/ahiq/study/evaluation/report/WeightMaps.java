/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.study.evaluation.report;

import java.util.Optional;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.study.evaluation.EvaluatedPair;

/** Where maps of patch weights come from. */
@FunctionalInterface
public interface WeightMaps {

    /**
     * The weight of the patch at each pixel of a distorted image, row-major, in 0..1, NaN where there is none.
     *
     * @param reference of the pair
     * @param distorted of the pair, of the same size
     * @return empty if there is no map of that image and size
     * @throws sc.fiji.ahiq.base.error.ImageException if the map cannot be had from these images, or its file cannot be
     *     read
     */
    Optional<float[]> of(EvaluatedPair pair, ImagePlane reference, ImagePlane distorted);
}
