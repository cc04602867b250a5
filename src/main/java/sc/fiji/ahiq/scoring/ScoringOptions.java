/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.model.ModelStore;

/**
 * How pairs are scored.
 *
 * @param metrics that score
 * @param model name or folder of the model of the metric {@code ahiq}; blank for the one that comes with the program
 * @param models where models are looked up
 * @param crops where AHIQ takes crops
 * @param seed that {@code crops} was made with; reported
 * @param range of the pixel values
 * @param padding of images that are too small for AHIQ
 * @param maps whether maps are kept with the scores; those that are made of crops always are
 * @param inference how networks are run
 */
public record ScoringOptions(
        MetricSelection metrics,
        String model,
        ModelStore models,
        CropPlan crops,
        long seed,
        RangeRule range,
        Padding padding,
        boolean maps,
        InferenceOptions inference) {

    /**
     * AHIQ alone, by the model that comes with the program, a grid of crops, range {@code auto}, no padding, any
     * device.
     */
    public static ScoringOptions defaults() {
        return new ScoringOptions(
                MetricSelection.AHIQ,
                "",
                ModelStore.of(null),
                CropPlan.grid(),
                0,
                RangeRule.AUTO,
                Padding.NONE,
                false,
                InferenceOptions.defaults());
    }

    public ScoringOptions withMetrics(MetricSelection selection) {
        return new ScoringOptions(selection, model, models, crops, seed, range, padding, maps, inference);
    }

    public ScoringOptions withModel(String nameOrFolder) {
        return new ScoringOptions(metrics, nameOrFolder, models, crops, seed, range, padding, maps, inference);
    }

    public ScoringOptions withModels(ModelStore store) {
        return new ScoringOptions(metrics, model, store, crops, seed, range, padding, maps, inference);
    }

    /** @param madeWith the seed that the plan was made with */
    public ScoringOptions withCrops(CropPlan plan, long madeWith) {
        return new ScoringOptions(metrics, model, models, plan, madeWith, range, padding, maps, inference);
    }

    public ScoringOptions withRange(RangeRule rule) {
        return new ScoringOptions(metrics, model, models, crops, seed, rule, padding, maps, inference);
    }

    public ScoringOptions withPadding(Padding mode) {
        return new ScoringOptions(metrics, model, models, crops, seed, range, mode, maps, inference);
    }

    public ScoringOptions withMaps(boolean kept) {
        return new ScoringOptions(metrics, model, models, crops, seed, range, padding, kept, inference);
    }

    public ScoringOptions withInference(InferenceOptions options) {
        return new ScoringOptions(metrics, model, models, crops, seed, range, padding, maps, options);
    }
}
