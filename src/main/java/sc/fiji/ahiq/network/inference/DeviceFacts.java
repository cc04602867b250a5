/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.network.model.Architecture;

/**
 * What is to be known of a device to plan work for it.
 *
 * @param name {@code cpu} or {@code gpuN}
 * @param memoryBytes all that it has
 */
record DeviceFacts(String name, boolean isGpu, long memoryBytes) {

    /** Larger batches are no faster on a CPU. */
    private static final int MAX_CPU_BATCH = 4;

    private static final int MAX_GPU_BATCH = 64;

    /** Activations that live at the same time as the largest one, by measurement less than as much again. */
    private static final int ACTIVATION_FACTOR = 2;

    /** @throws EngineException if this device has no use for it */
    void require(Precision precision) {
        if (precision == Precision.MIXED && !isGpu) {
            throw new EngineException(
                    "Precision mixed needs a GPU, but the device is " + name + ". Use --precision float32.");
        }
    }

    /**
     * Crops whose activations fit into a quarter of the memory of this device. Not by what is free at the moment: the
     * size of a batch shows in the last bits of the scores, and the same call is to give the same score.
     */
    int batchFor(Architecture architecture, Precision precision) {
        long perCrop = ACTIVATION_FACTOR * architecture.samplesPerCrop() * (precision == Precision.MIXED ? 2 : 4);
        long fitting = memoryBytes / 4 / perCrop;
        return (int) Math.max(1, Math.min(isGpu ? MAX_GPU_BATCH : MAX_CPU_BATCH, fitting));
    }

    /** Units of so many bytes that fit into a quarter of the memory of this device, up to {@code most}; likewise. */
    int unitsFor(long unitBytes, int most) {
        return (int) Math.max(1, Math.min(most, memoryBytes / 4 / unitBytes));
    }
}
