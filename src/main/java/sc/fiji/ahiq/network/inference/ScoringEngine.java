/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.torchscript.ScriptArchive;

/** PyTorch in this process or in another one: all that scoring asks of it. Thread safe. */
interface ScoringEngine {

    /**
     * Starts the engine where the settings say, if it has not been started there yet.
     *
     * @throws EngineException if it cannot be started
     */
    static ScoringEngine start(EngineSettings settings, DeviceChoice device) {
        return EngineStart.of(settings, device);
    }

    /**
     * The device that is meant.
     *
     * @throws EngineException if it is not there; so do the others
     */
    DeviceFacts device(DeviceChoice choice);

    /** Loads a module of this program. */
    RunningModule load(ScriptArchive archive, DeviceChoice device);

    /**
     * Loads a script of others.
     *
     * @throws sc.fiji.ahiq.base.error.ModelException if the file is none
     */
    PairScript script(Path file, DeviceChoice device);

    EngineInfo info();
}
