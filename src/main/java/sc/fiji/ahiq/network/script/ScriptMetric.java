/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.script;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.base.io.IoReason;
import sc.fiji.ahiq.base.io.Sha256;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.metric.Metric;
import sc.fiji.ahiq.metric.MetricDescription;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.metric.PlanarImage;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.metric.filter.Plane;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.PairScript;

/**
 * A TorchScript file as a metric. It gets red, green and blue, those of a grey image alike, of the whole image or of
 * the fewest crops that cover it; then the score is the mean over them. Nothing is promised of its scores. No map.
 * Holds native memory until closed.
 */
public final class ScriptMetric implements Metric, AutoCloseable {

    private static final int RGB = 3;

    private final ScriptSettings settings;
    private final PairScript script;
    private final MetricDescription description;

    private ScriptMetric(ScriptSettings settings, PairScript script) {
        this.settings = settings;
        this.script = script;
        this.description = describe(settings);
    }

    public static MetricDescription describe(ScriptSettings settings) {
        return new MetricDescription(
                settings.name(),
                String.valueOf(settings.file().getFileName()),
                "TorchScript file " + settings.file(),
                settings.direction(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                true,
                settings.size().orElse(1),
                false);
    }

    /** @throws sc.fiji.ahiq.base.error.ModelException if the file is not there or no TorchScript file */
    public static ScriptMetric open(ScriptSettings settings, InferenceOptions options) {
        return new ScriptMetric(settings, PairScript.open(settings.file(), options));
    }

    @Override
    public MetricDescription description() {
        return description;
    }

    /** The options, those that were left out with their defaults, and the hash of the file. */
    @Override
    public List<String> fingerprint() {
        try {
            return List.of(settings.options(), Sha256.of(settings.file()));
        } catch (IOException e) {
            throw new UsageException("Cannot read the script " + settings.file() + ": " + IoReason.of(e) + ".", e);
        }
    }

    @Override
    public Prepared prepare(Reference reference) {
        description.requireLarge(reference.plane());
        return (distorted, progress) -> {
            double score = score(reference.planar(), distorted.planar(), progress);
            description.requireDefined(score);
            return MetricResult.of(score);
        };
    }

    private double score(PlanarImage reference, PlanarImage distorted, Progress progress) {
        if (settings.size().isEmpty()) {
            return score(reference, distorted, 0, 0, reference.width(), reference.height());
        }
        int size = settings.size().getAsInt();
        List<Crop> crops = CropPlan.grid().crops(reference.width(), reference.height(), size);
        return IntStream.range(0, crops.size())
                .mapToDouble(i -> {
                    progress.update(i, crops.size());
                    return score(
                            reference,
                            distorted,
                            crops.get(i).left(),
                            crops.get(i).top(),
                            size,
                            size);
                })
                .average()
                .orElseThrow();
    }

    private double score(PlanarImage reference, PlanarImage distorted, int left, int top, int width, int height) {
        return script.score(
                read(reference, left, top, width, height), read(distorted, left, top, width, height), width, height);
    }

    private float[] read(PlanarImage image, int left, int top, int width, int height) {
        float[] samples = new float[RGB * width * height];
        double scale = (settings.white() - settings.black()) / 255;
        int next = 0;
        for (Plane plane : image.rgb()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    samples[next++] = (float) (settings.black() + scale * plane.at(left + x, top + y));
                }
            }
        }
        return samples;
    }

    @Override
    public void close() {
        script.close();
    }
}
