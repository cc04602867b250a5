/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EnginePlace;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.ModelStore;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;

/**
 * Options of {@link Ahiq}, in the words of macros and of the command line; all have defaults. Methods throw a
 * {@link sc.fiji.ahiq.base.error.UsageException} for a text that they do not know.
 */
public final class AhiqBuilder {

    private ScoringOptions options = ScoringOptions.defaults();
    private InferenceOptions inference = InferenceOptions.defaults().withEngine(EngineSettings.ofEnvironment());

    AhiqBuilder() {}

    /** Name or folder of a model; default: the one that comes with the program. */
    public AhiqBuilder model(String nameOrFolder) {
        options = options.withModel(nameOrFolder);
        return this;
    }

    /** The folder of models by name, in place of the user's. */
    public AhiqBuilder models(Path folder) {
        options = options.withModels(ModelStore.of(folder));
        return this;
    }

    /**
     * Names, separated by commas, such as {@code ahiq,psnr,ssim}; {@code ahiq:MODEL} is AHIQ by a model. Default
     * {@code ahiq}.
     */
    public AhiqBuilder metrics(String names) {
        options = options.withMetrics(MetricSelection.parse(names, Metrics.ofClassPath()));
        return this;
    }

    /** {@code grid} (default), {@code five}, {@code nine}, {@code random:N}, {@code dense:S} or {@code smooth:O}. */
    public AhiqBuilder crops(String plan) {
        return crops(plan, 0);
    }

    /** @param seed of random crops */
    public AhiqBuilder crops(String plan, long seed) {
        options = options.withCrops(CropPlan.parse(plan, seed), seed);
        return this;
    }

    /**
     * {@code auto} (default), {@code type}, {@code min-max}, {@code plane}, {@code display} or {@code LO:HI}; see
     * {@link RangeRule}.
     */
    public AhiqBuilder range(String rule) {
        options = options.withRange(RangeRule.parse(rule));
        return this;
    }

    /** {@code none} (default) refuses images that are smaller than a crop, {@code reflect} mirrors them. */
    public AhiqBuilder pad(String mode) {
        options = options.withPadding(Padding.parse(mode));
        return this;
    }

    /** Whether {@link Score#maps} has those of metrics besides AHIQ, too; they take memory. Default no. */
    public AhiqBuilder maps(boolean kept) {
        options = options.withMaps(kept);
        return this;
    }

    /** {@code auto} (default), {@code cpu}, {@code gpu} or {@code gpuN}. */
    public AhiqBuilder device(String choice) {
        inference = new InferenceOptions(
                DeviceChoice.parse(choice), inference.precision(), inference.batch(), inference.engine());
        return this;
    }

    /** {@code float32} (default) or, on GPUs, {@code mixed}. */
    public AhiqBuilder precision(String name) {
        inference =
                new InferenceOptions(inference.device(), Precision.parse(name), inference.batch(), inference.engine());
        return this;
    }

    /** Crop pairs in a call of the engine, at least 1; default: by the memory of the device. */
    public AhiqBuilder batch(int size) {
        inference = new InferenceOptions(
                inference.device(), inference.precision(), OptionalInt.of(size), inference.engine());
        return this;
    }

    /**
     * {@code internal}, in this process; {@code process}, in a helper process, with the same scores; or {@code auto}
     * (default): internal, unless something else has loaded another PyTorch.
     */
    public AhiqBuilder engine(String place) {
        inference = inference.withEngine(inference.engine().withPlace(EnginePlace.parse(place)));
        return this;
    }

    /** The folder into which native libraries of about 400 MB are unpacked. */
    public AhiqBuilder cache(Path folder) {
        EnginePlace place = inference.engine().place();
        inference = inference.withEngine(new EngineSettings(Optional.of(folder), false).withPlace(place));
        return this;
    }

    /** Opens what the metrics need; see {@link Ahiq#open}. */
    public Ahiq open() {
        return new Ahiq(options.withInference(inference));
    }
}
