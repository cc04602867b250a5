/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** PyTorch in this process. */
record InternalEngine(TorchEngine engine) implements ScoringEngine {

    @Override
    public DeviceFacts device(DeviceChoice choice) {
        return engine.device(choice).facts();
    }

    @Override
    public RunningModule load(ScriptArchive archive, DeviceChoice device) {
        return new LocalModule(TorchModule.load(archive, engine.device(device), false));
    }

    /** The same with an archive in a file, which can be deleted afterwards. */
    RunningModule load(Path archive, DeviceChoice device) {
        return new LocalModule(TorchModule.load(archive, engine.device(device), false));
    }

    @Override
    public PairScript script(Path file, DeviceChoice device) {
        return TorchPairScript.load(file, engine.device(device));
    }

    @Override
    public EngineInfo info() {
        return EngineInfo.of(engine);
    }

    @Override
    public String toString() {
        return engine.toString();
    }
}
