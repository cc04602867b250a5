/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.OptionalInt;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * How a network is run.
 *
 * @param batch crops per call of the engine, 1 to {@link #MAX_BATCH}; empty to choose it by the memory of the device
 */
public record InferenceOptions(DeviceChoice device, Precision precision, OptionalInt batch, EngineSettings engine) {

    /** Far beyond what is faster on any device; its crops take 0.6 GB of heap. */
    public static final int MAX_BATCH = 1024;

    /** @throws UsageException if {@code batch} is out of range */
    public InferenceOptions {
        if (batch.isPresent() && (batch.getAsInt() < 1 || batch.getAsInt() > MAX_BATCH)) {
            throw new UsageException("Batch " + batch.getAsInt() + ": expected 1 to " + MAX_BATCH + ".");
        }
    }

    /** Any device, float32, batch by memory, offline. */
    public static InferenceOptions defaults() {
        return new InferenceOptions(
                DeviceChoice.AUTO, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());
    }

    public InferenceOptions withEngine(EngineSettings settings) {
        return new InferenceOptions(device, precision, batch, settings);
    }
}
