/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.EngineException;

/**
 * The started engine, for people who look for the reason of a problem.
 *
 * @param engine name, version, build and threads
 * @param library folder of the native library
 * @param cacheFolder where native libraries are unpacked
 * @param devices all that the engine can use, {@code cpu} first
 * @param cuda version of CUDA on this machine, whether or not the engine can use it, or {@code none}
 * @param place in which process it runs, and why
 */
public record EngineInfo(
        String engine, Path library, Path cacheFolder, List<String> devices, String cuda, String place) {

    /**
     * Starts the engine if need be.
     *
     * @throws EngineException if it cannot start
     */
    public static EngineInfo of(EngineSettings settings, DeviceChoice device) {
        return ScoringEngine.start(settings, device).info();
    }

    /** Of one that runs in this process. */
    static EngineInfo of(TorchEngine engine) {
        List<String> devices = Stream.concat(
                        Stream.of("cpu"), IntStream.range(0, engine.gpuCount()).mapToObj(i -> "gpu" + i))
                .toList();
        return new EngineInfo(
                engine.toString(),
                engine.library(),
                Utils.getEngineCacheDir("pytorch"),
                devices,
                cudaOfMachine(),
                "this process");
    }

    private static String cudaOfMachine() {
        return CudaUtils.hasCuda() ? CudaUtils.getCudaVersionString() : "none";
    }
}
