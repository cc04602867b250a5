/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.inference;

import java.util.OptionalInt;

/**
 * How a network is run.
 *
 * @param batch crops per call of the engine, at least 1; empty to choose it by the free memory
 */
public record InferenceOptions(DeviceChoice device, Precision precision, OptionalInt batch, EngineSettings engine) {

    public InferenceOptions {
        if (batch.isPresent() && batch.getAsInt() < 1) {
            throw new IllegalArgumentException("Batch " + batch.getAsInt() + " is less than 1");
        }
    }

    /** Any device, float32, batch by memory, offline. */
    public static InferenceOptions defaults() {
        return new InferenceOptions(
                DeviceChoice.AUTO, Precision.FLOAT32, OptionalInt.empty(), EngineSettings.defaults());
    }
}
