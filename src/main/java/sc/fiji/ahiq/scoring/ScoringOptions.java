/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;

/**
 * How pairs are scored.
 *
 * @param crops where AHIQ takes crops
 * @param seed that {@code crops} was made with; reported
 * @param range of the pixel values
 * @param padding of images that are too small for AHIQ
 * @param metrics that score
 */
public record ScoringOptions(CropPlan crops, long seed, RangeRule range, Padding padding, MetricSelection metrics) {

    /** Scoring by AHIQ alone. */
    public ScoringOptions(CropPlan crops, long seed, RangeRule range, Padding padding) {
        this(crops, seed, range, padding, MetricSelection.AHIQ_ALONE);
    }

    /** A grid of crops that covers the image, range {@code auto}, no padding, AHIQ alone. */
    public static ScoringOptions defaults() {
        return new ScoringOptions(CropPlan.grid(), 0, RangeRule.AUTO, Padding.NONE);
    }

    public ScoringOptions withMetrics(MetricSelection selection) {
        return new ScoringOptions(crops, seed, range, padding, selection);
    }

    ScoringOptions withRange(RangeRule rule) {
        return new ScoringOptions(crops, seed, rule, padding, metrics);
    }
}
