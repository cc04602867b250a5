/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import java.util.Random;
import java.util.Set;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.TorchDevice;
import sc.fiji.ahiq.network.inference.TorchEngine;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.CompactArchitecture;
import sc.fiji.ahiq.network.model.UntrainedModel;

/** A compact network with deterministic weights on the CPU, and batches of random crops for it. */
final class Engine {

    static final Architecture ARCHITECTURE = CompactArchitecture.patch8();

    private Engine() {}

    static TorchDevice cpu() {
        return TorchEngine.start(EngineSettings.defaults(), DeviceChoice.CPU).device(DeviceChoice.CPU);
    }

    static TrainableNetwork network(Set<NetworkPart> frozen) {
        return TrainableNetwork.load(new UntrainedModel("compact", ARCHITECTURE, 1), cpu(), frozen);
    }

    static CropBatch batch(int references, int shared) {
        float[] labels = new float[references * shared];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i / (float) labels.length;
        }
        int patches = ARCHITECTURE.grid() * ARCHITECTURE.grid();
        float[] patchLabels = new float[labels.length * patches];
        for (int i = 0; i < patchLabels.length; i++) {
            patchLabels[i] = labels[i / patches];
        }
        return new CropBatch(references, crops(references, 1), crops(references * shared, 2), labels, patchLabels);
    }

    static float[] crops(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * 3 * ARCHITECTURE.crop() * ARCHITECTURE.crop()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
