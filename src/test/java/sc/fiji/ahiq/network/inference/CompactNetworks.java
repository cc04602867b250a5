/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.OptionalInt;
import java.util.Random;
import sc.fiji.ahiq.network.model.AhiqModel;
import sc.fiji.ahiq.network.model.Architecture;
import sc.fiji.ahiq.network.model.UntrainedModel;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** Small networks with pseudo-random weights on the CPU, and random crops for them. */
final class CompactNetworks {

    private CompactNetworks() {}

    static UntrainedModel model(Architecture architecture) {
        return new UntrainedModel("compact", architecture, 1);
    }

    static Network open(Architecture architecture, int batch) {
        return Network.open(model(architecture), options(OptionalInt.of(batch)));
    }

    static InferenceOptions options(OptionalInt batch) {
        return new InferenceOptions(DeviceChoice.CPU, Precision.FLOAT32, batch, EngineSettings.defaults());
    }

    /** The network whose stages can be called, in any precision. */
    static TorchNetwork stages(Architecture architecture, Precision precision) {
        return TorchNetwork.load(model(architecture), cpu(), precision);
    }

    /** The network as it compares crops, in any precision. */
    static SiameseNetwork siamese(AhiqModel model, Precision precision) {
        ScriptArchive archive = precision == Precision.MIXED ? model.halfPrecisionArchive() : model.archive();
        RunningModule module = new LocalModule(TorchModule.load(archive, cpu(), false));
        return new CropNetwork(module, model.card().architecture().crop());
    }

    static TorchDevice cpu() {
        return TorchEngine.start(EngineSettings.defaults(), DeviceChoice.CPU).device(DeviceChoice.CPU);
    }

    /** Crops of uniformly distributed values, the same for the same seed and index. */
    static CropSource crops(Architecture architecture, int seed) {
        int size = 3 * architecture.crop() * architecture.crop();
        return (index, target, offset) ->
                System.arraycopy(uniform(1000L * seed + index, size, 0, 1), 0, target, offset, size);
    }

    static float[] uniform(long seed, int count, double lo, double hi) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (lo + (hi - lo) * random.nextDouble());
        }
        return values;
    }
}
