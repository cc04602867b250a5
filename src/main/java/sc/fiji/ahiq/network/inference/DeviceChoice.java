/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.UsageException;

/**
 * The device that the user asked for: {@code auto} (the first GPU, or else the CPU), {@code cpu}, {@code gpu} or
 * {@code gpuN}.
 */
public final class DeviceChoice {

    public static final DeviceChoice AUTO = new DeviceChoice("auto", 0);
    public static final DeviceChoice CPU = new DeviceChoice("cpu", 0);

    private static final Pattern GPU = Pattern.compile("gpu(\\d{0,3})");

    private final String text;
    private final int gpuIndex;

    private DeviceChoice(String text, int gpuIndex) {
        this.text = text;
        this.gpuIndex = gpuIndex;
    }

    /** @throws UsageException if {@code text} is none of the forms above; case does not matter */
    public static DeviceChoice parse(String text) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        if (lower.equals("auto")) {
            return AUTO;
        }
        if (lower.equals("cpu")) {
            return CPU;
        }
        Matcher gpu = GPU.matcher(lower);
        if (!gpu.matches()) {
            throw new UsageException(
                    "Unknown device '" + text + "': expected auto, cpu, gpu, or gpu and a number (gpu0).");
        }
        return new DeviceChoice(lower, gpu.group(1).isEmpty() ? 0 : Integer.parseInt(gpu.group(1)));
    }

    /** Whether a GPU would be used if there is one. */
    boolean wantsGpu() {
        return this != CPU;
    }

    /**
     * The device for an engine that sees {@code gpuCount} GPUs: the index of a GPU, or -1 for the CPU.
     *
     * @param engine its description, for the message
     * @throws EngineException if a GPU was asked for that is not there
     */
    int resolve(int gpuCount, String engine) {
        if (this == CPU || this == AUTO && gpuCount == 0) {
            return -1;
        }
        if (gpuIndex >= gpuCount) {
            throw new EngineException("Device " + text + " was asked for, but " + engine + " sees " + gpuCount
                    + " GPUs. Use --device cpu or --device auto, or give the engine a CUDA build of PyTorch: see 'GPU' in the"
                    + " Troubleshooting of docs/command-line.md.");
        }
        return gpuIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceChoice choice && choice.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
