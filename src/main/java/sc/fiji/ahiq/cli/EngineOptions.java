/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import sc.fiji.ahiq.network.inference.DeviceChoice;
import sc.fiji.ahiq.network.inference.EngineSettings;
import sc.fiji.ahiq.network.inference.InferenceOptions;
import sc.fiji.ahiq.network.inference.Precision;

/** Options of all commands that run the network. */
final class EngineOptions {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto (the first GPU, or else the CPU), cpu, gpu or gpuN (default: ${DEFAULT-VALUE})")
    private String device;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "float32",
            description = "float32, or mixed: half precision, GPU only (default: ${DEFAULT-VALUE})")
    private String precision;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "crop pairs per call of the engine (default: by the memory of the device)")
    private Integer batch;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "where native libraries of about 400 MB are unpacked"
                    + " (default: environment variable AHIQ_CACHE, or else ~/.djl.ai)")
    private Path cache;

    @Option(
            names = "--allow-download",
            description =
                    "if there is a GPU, let DJL fetch the CUDA build of PyTorch, about 3 GB, into the cache folder")
    private boolean allowDownload;

    @Option(
            names = {"-v", "--verbose"},
            description = "tell engine, device and what the engine logs on standard error")
    private boolean verbose;

    /** The options, checked; to be called before anything logs. */
    InferenceOptions parse() {
        setLogLevel(verbose);
        return new InferenceOptions(
                DeviceChoice.parse(device),
                Precision.parse(precision),
                batch == null ? OptionalInt.empty() : OptionalInt.of(batch),
                new EngineSettings(cacheFolder(), allowDownload));
    }

    /** How much the libraries log on standard error; to be called before anything logs. */
    static void setLogLevel(boolean verbose) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "error");
    }

    private Optional<Path> cacheFolder() {
        if (cache != null) {
            return Optional.of(cache);
        }
        String variable = System.getenv("AHIQ_CACHE");
        return variable == null || variable.isBlank() ? Optional.empty() : Optional.of(Path.of(variable));
    }

    /** With {@code --verbose}, prints a line. */
    void tell(PrintWriter err, String line) {
        if (verbose) {
            err.println(line);
        }
    }
}
