/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the PyTorch engine starts; only the first start in a process, and that of its helper process, counts.
 *
 * @param cacheFolder where the native libraries (about 400 MB) are unpacked once; empty for the folder of the
 *     environment variable {@code DJL_CACHE_DIR}, or else {@code .djl.ai} in the user's home or, if that cannot be
 *     written, a folder of the user below the temporary directory
 * @param threads that one call of the engine uses; empty for as many as there are processors
 * @param downloadAllowed whether DJL may fetch the CUDA build of PyTorch from its site if a GPU is there
 * @param place where networks that score are run; training is always in this process
 */
public record EngineSettings(
        Optional<Path> cacheFolder, OptionalInt threads, boolean downloadAllowed, EnginePlace place) {

    /** With as many threads as there are processors, in this process if it can be. */
    public EngineSettings(Optional<Path> cacheFolder, boolean downloadAllowed) {
        this(cacheFolder, OptionalInt.empty(), downloadAllowed, EnginePlace.AUTO);
    }

    /** Offline, with the cache folder of the environment variable {@code AHIQ_CACHE}, or else the usual one. */
    public static EngineSettings ofEnvironment() {
        String folder = System.getenv("AHIQ_CACHE");
        return folder == null || folder.isBlank()
                ? defaults()
                : new EngineSettings(Optional.of(Path.of(folder)), false);
    }

    /** Offline, with the usual cache folder. */
    public static EngineSettings defaults() {
        return new EngineSettings(Optional.empty(), false);
    }

    public EngineSettings withThreads(int number) {
        return new EngineSettings(cacheFolder, OptionalInt.of(number), downloadAllowed, place);
    }

    public EngineSettings withPlace(EnginePlace other) {
        return new EngineSettings(cacheFolder, threads, downloadAllowed, other);
    }
}
