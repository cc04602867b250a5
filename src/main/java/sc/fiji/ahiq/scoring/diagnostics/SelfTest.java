/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.diagnostics;

import net.imglib2.img.array.ArrayImgs;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.RangeRule;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.image.crop.Padding;
import sc.fiji.ahiq.metric.Prepared;
import sc.fiji.ahiq.metric.Reference;
import sc.fiji.ahiq.network.cnn.ResNet;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Network;
import sc.fiji.ahiq.network.inference.OpenModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.synthesis.sample.Degradation;
import sc.fiji.ahiq.synthesis.sample.SampleField;
import sc.fiji.ahiq.synthesis.sample.SampleImage;

/**
 * One pair scored by a small network with pseudo-random weights, which has every layer of the published one. Everything
 * in it is calculated, so that it says nothing of images or models that were read.
 *
 * @param score that was found
 * @param seconds that scoring took, without loading the network
 */
record SelfTest(String device, double score, double seconds) {

    /** Found on a CPU; the order of sums, which depends on the machine, changes the last digits. */
    static final double EXPECTED = -0.139197;

    static final double TOLERANCE = 1e-4;

    private static final long SEED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    static SelfTest run(InferenceOptions options) {
        SampleField field = SampleField.simulate(SEED);
        UntrainedModel model = new UntrainedModel("self-test", architecture(), SEED);
        try (Network network = Network.open(model, options)) {
            OpenModel open = new OpenModel(model.card(), "", network, options);
            AhiqMetric metric = new AhiqMetric(AhiqMetric.NAME, open, CropPlan.grid(), 0, Padding.NONE);
            Reference reference = Reference.of(source(field.reference()), RangeRule.AUTO);
            long start = System.nanoTime();
            try (Prepared prepared = metric.prepare(reference)) {
                double score = prepared.compare(
                                reference.distorted(source(field.degraded(Degradation.NOISE))), Progress.NONE)
                        .score();
                return new SelfTest(network.device(), score, (System.nanoTime() - start) / NANOS_PER_SECOND);
            }
        }
    }

    private static Architecture architecture() {
        return new Architecture(
                128,
                new Architecture.Vit(8, 32, 2, 2, 64),
                new ResNet(8, 8, 32),
                new Architecture.Fusion(32),
                new Architecture.Regressor(16, 32, 16, 16));
    }

    private static ImagePlane source(SampleImage image) {
        return ImagePlane.grey(image.name(), ArrayImgs.unsignedBytes(image.toBytes(), image.width(), image.height()));
    }

    boolean passed() {
        return Math.abs(score - EXPECTED) <= TOLERANCE;
    }
}
