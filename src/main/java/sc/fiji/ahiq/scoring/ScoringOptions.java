/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.crop.CropPlan;
import sc.fiji.ahiq.image.RangeRule;

/**
 * How pairs are scored.
 *
 * @param crops where crops are taken
 * @param seed that {@code crops} was made with; reported
 * @param range of the pixel values
 * @param padding of small images
 */
public record ScoringOptions(CropPlan crops, long seed, RangeRule range, Padding padding) {

    /** A grid of crops that covers the image, range {@code auto}, no padding. */
    public static ScoringOptions defaults() {
        return new ScoringOptions(CropPlan.grid(), 0, RangeRule.AUTO, Padding.NONE);
    }
}
