/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import sc.fiji.ahiq.base.error.EngineException;
import sc.fiji.ahiq.base.error.UsageException;

/** DJL's PyTorch engine: quiet, offline unless allowed, started once per process. */
public final class TorchEngine {

    private static TorchEngine started;

    private final Engine engine;
    private final int gpuCount;

    private TorchEngine(Engine engine) {
        this.engine = engine;
        this.gpuCount = engine.hasCapability(StandardCapabilities.CUDA) ? engine.getGpuCount() : 0;
    }

    /**
     * @throws EngineException if the native library is missing, does not fit this machine or cannot be unpacked, or
     *     something else has loaded another PyTorch into this process
     */
    public static synchronized TorchEngine start(EngineSettings settings, DeviceChoice device) {
        if (started == null) {
            configure(settings);
            EngineLog.quiet();
            // A second one is not always refused: some end the whole process instead.
            OtherTorch.loaded().ifPresent(TorchEngine::refuse);
            started = new TorchEngine(load(NativeLibraries.loaderFor(settings, device)));
        }
        return started;
    }

    static synchronized boolean isStarted() {
        return started != null;
    }

    private static void configure(EngineSettings settings) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", Boolean.toString(!settings.downloadAllowed()));
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        settings.threads()
                .ifPresent(number -> System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(number)));
        boolean named = Stream.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR")
                .anyMatch(name -> System.getenv(name) != null || System.getProperty(name) != null);
        if (settings.cacheFolder().isPresent()) {
            setCacheFolder(settings.cacheFolder().get());
        } else if (!named) {
            setCacheFolder(CacheFolder.usual());
        }
    }

    private static void setCacheFolder(Path folder) {
        for (String variable : new String[] {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR"}) {
            if (System.getenv(variable) != null) {
                throw new UsageException("The cache folder " + folder + " was asked for, but the environment variable "
                        + variable + "=" + System.getenv(variable) + " would win. Unset one of them.");
            }
            System.setProperty(variable, folder.toAbsolutePath().toString());
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EngineException(
                    "The cache folder " + folder + " cannot be made: " + e
                            + ". Choose another one by --cache or AHIQ_CACHE.",
                    e);
        }
        // JNA, by which DJL looks for GPUs, would otherwise unpack its library into the home folder.
        if (System.getProperty("jna.tmpdir") == null && Files.isWritable(folder)) {
            System.setProperty(
                    "jna.tmpdir", folder.toAbsolutePath().resolve("jna").toString());
        }
    }

    /** DJL finds its parts by the thread's class loader, which does not see plugin jars in every ImageJ. */
    private static Engine load(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            NativeLibraries.unpack(loader);
            return Engine.getEngine("PyTorch");
        } catch (IOException | ai.djl.engine.EngineException | LinkageError | AssertionError e) {
            throw new EngineException(
                    "PyTorch could not be started: " + rootMessage(e) + ". Its native library for "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " must be in the lib folder, and the cache folder must be writable and allow execution;"
                            + " another one can be given by --cache or AHIQ_CACHE. See 'Engine' in the Troubleshooting of"
                            + " docs/command-line.md.",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void refuse(Path other) {
        throw new EngineException(
                "PyTorch cannot be started in this process: something else in it, such as another plugin,"
                        + " has loaded another PyTorch, " + other
                        + ", and there cannot be two. Score with engine=process"
                        + " (--engine process), which runs PyTorch in a helper process; training needs a start in which nothing"
                        + " else loads one.");
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /**
     * The device that is meant.
     *
     * @throws EngineException if it is not there
     */
    public TorchDevice device(DeviceChoice choice) {
        int gpu = choice.resolve(gpuCount, toString());
        return new TorchDevice(gpu < 0 ? Device.cpu() : Device.gpu(gpu));
    }

    int gpuCount() {
        return gpuCount;
    }

    /** Folder of the native library. */
    Path library() {
        return Path.of(LibUtils.getLibtorchPath());
    }

    /** For people: name, version, folder of the native library (whose name tells the build), threads. */
    @Override
    public String toString() {
        return engine.getEngineName() + " " + engine.getVersion() + " ("
                + library().getFileName() + ", " + JniUtils.getNumThreads() + " threads)";
    }
}
