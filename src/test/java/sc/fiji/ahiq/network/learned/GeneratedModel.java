/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.learned;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.network.design.MetricDesign;
import sc.fiji.ahiq.network.design.MetricKind;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.FeatureNetwork;
import sc.fiji.ahiq.network.inference.GeneratedWeights;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.LearnedEntry;
import sc.fiji.ahiq.network.inference.Precision;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.ModelCard;
import sc.fiji.ahiq.network.model.Normalization;
import sc.fiji.ahiq.network.tensor.Tensor;

/** A metric with the deterministic weights of the golden values. */
record GeneratedModel(ModelCard card, GeneratedWeights weights, UnaryOperator<String> names) implements AhiqModel {

    static final InferenceOptions CPU =
            new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());

    static GeneratedModel of(String metric, String variant) {
        MetricKind kind = MetricKind.of(metric.replace('_', '-')).orElseThrow();
        return new GeneratedModel(
                card(metric, new MetricDesign(kind, variant)), GeneratedWeights.of(metric), UnaryOperator.identity());
    }

    static ModelCard card(String name, MetricDesign design) {
        return new ModelCard(
                name, "1", "test", design, Normalization.NONE, "test", "nothing", "CC0-1.0", "none", "generated");
    }

    LearnedModel open() {
        return LearnedModel.open(this, "0", CPU, LearnedModel.unit((MetricDesign) card.design(), CPU));
    }

    /** With tiles of at most so many kilopixels. */
    LearnedModel open(int kilopixels) {
        return LearnedModel.open(this, "0", CPU, new FeatureNetwork.Unit(1, kilopixels));
    }

    @Override
    public Tensor tensor(String name) {
        return weights.tensor(names.apply(name));
    }

    /** An image of an entry, in 0..1. */
    static ImagePlane image(LearnedEntry entry, String which) {
        float[] pixels = entry.pixels(which);
        int area = entry.width() * entry.height();
        return ImagePlane.of(
                which, List.of(plane(entry, pixels, 0), plane(entry, pixels, area), plane(entry, pixels, 2 * area)));
    }

    private static Img<FloatType> plane(LearnedEntry entry, float[] pixels, int from) {
        int area = entry.width() * entry.height();
        return ArrayImgs.floats(Arrays.copyOfRange(pixels, from, from + area), entry.width(), entry.height());
    }
}
