/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** A device that exists. */
public record TorchDevice(Device device) {

    public boolean isGpu() {
        return device.isGpu();
    }

    DeviceFacts facts() {
        return new DeviceFacts(toString(), isGpu(), memoryBytes());
    }

    private long memoryBytes() {
        return isGpu()
                ? CudaUtils.getGpuMemory(device).getMax()
                : ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    @Override
    public String toString() {
        return isGpu() ? "gpu" + device.getDeviceId() : "cpu";
    }
}
