/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.io.Serializable;
import java.nio.file.Files;
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

/**
 * {@link ScoringOptions} as texts, for another process that makes the same of them. Folders become absolute.
 *
 * @param models the user's folder of models
 * @param batch 0 to choose it by the memory of the device
 * @param cache folder for native libraries; empty for that of the other process
 * @param engine where it runs
 */
public record ScoringRequest(
        String metrics,
        String model,
        String models,
        String crops,
        long seed,
        String range,
        String padding,
        boolean maps,
        String device,
        String precision,
        int batch,
        String cache,
        boolean downloadAllowed,
        String engine)
        implements Serializable {

    public static ScoringRequest of(ScoringOptions options) {
        InferenceOptions inference = options.inference();
        return new ScoringRequest(
                options.metrics().absolute(),
                absolute(options.model()),
                options.models().userFolder().toAbsolutePath().toString(),
                options.crops().toString(),
                options.seed(),
                options.range().toString(),
                options.padding().toString(),
                options.maps(),
                inference.device().toString(),
                inference.precision().toString(),
                inference.batch().orElse(0),
                inference
                        .engine()
                        .cacheFolder()
                        .map(folder -> folder.toAbsolutePath().toString())
                        .orElse(""),
                inference.engine().downloadAllowed(),
                inference.engine().place().toString());
    }

    /** Of a folder; a name stays as it is. */
    private static String absolute(String model) {
        boolean folder = !model.isBlank() && Files.isDirectory(Path.of(model));
        return folder ? Path.of(model).toAbsolutePath().toString() : model;
    }

    /**
     * What was asked for, with the metrics and the official models of this process.
     *
     * @param threads that one call of the engine uses
     * @throws sc.fiji.ahiq.base.error.UsageException if a metric is not known here
     */
    public ScoringOptions options(int threads) {
        ModelStore store = ModelStore.of(Path.of(models));
        EngineSettings settings = cache.isEmpty()
                ? EngineSettings.ofEnvironment()
                : new EngineSettings(Optional.of(Path.of(cache)), downloadAllowed);
        return ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse(metrics, Metrics.ofClassPath(), store))
                .withModel(model)
                .withModels(store)
                .withCrops(CropPlan.parse(crops, seed), seed)
                .withRange(RangeRule.parse(range))
                .withPadding(Padding.parse(padding))
                .withMaps(maps)
                .withInference(new InferenceOptions(
                        DeviceChoice.parse(device),
                        Precision.parse(precision),
                        batch == 0 ? OptionalInt.empty() : OptionalInt.of(batch),
                        settings.withThreads(threads).withPlace(EnginePlace.parse(engine))));
    }

    /** The same on another device. */
    public ScoringRequest withDevice(String other) {
        return new ScoringRequest(
                metrics,
                model,
                models,
                crops,
                seed,
                range,
                padding,
                maps,
                other,
                precision,
                batch,
                cache,
                downloadAllowed,
                engine);
    }
}
