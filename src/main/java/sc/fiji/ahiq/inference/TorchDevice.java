/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.inference;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import sc.fiji.ahiq.error.EngineException;
import sc.fiji.ahiq.model.Architecture;

/** A device that exists. */
record TorchDevice(Device device) {

    /** Larger batches are no faster on a CPU. */
    private static final int MAX_CPU_BATCH = 4;

    private static final int MAX_GPU_BATCH = 64;

    /** Activations that live at the same time as the largest one, by measurement less than as much again. */
    private static final int ACTIVATION_FACTOR = 2;

    boolean isGpu() {
        return device.isGpu();
    }

    /** @throws EngineException if this device has no use for it */
    void require(Precision precision) {
        if (precision == Precision.MIXED && !isGpu()) {
            throw new EngineException(
                    "Precision mixed needs a GPU, but the device is " + this + ". Use --precision float32.");
        }
    }

    /** Crops whose activations fit into half of the memory that is free now. */
    int batchFor(Architecture architecture, Precision precision) {
        long perCrop = ACTIVATION_FACTOR * architecture.samplesPerCrop() * (precision == Precision.MIXED ? 2 : 4);
        long fitting = freeBytes() / 2 / perCrop;
        return (int) Math.max(1, Math.min(isGpu() ? MAX_GPU_BATCH : MAX_CPU_BATCH, fitting));
    }

    private long freeBytes() {
        if (isGpu()) {
            MemoryUsage memory = CudaUtils.getGpuMemory(device);
            return memory.getMax() - memory.getUsed();
        }
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
    }

    @Override
    public String toString() {
        return isGpu() ? "gpu" + device.getDeviceId() : "cpu";
    }
}
