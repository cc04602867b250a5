/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Stream;

/**
 * Chooses between the bundled CPU build of PyTorch and the CUDA build that DJL downloads. DJL takes the bundled one whenever
 * it finds its description on the class path, so that is hidden where the other one is wanted.
 */
final class NativeLibraries {

    private static final String BUNDLED_DESCRIPTION = "native/lib/pytorch.properties";

    private NativeLibraries() {}

    /** The class loader for the start of the engine. */
    static ClassLoader loaderFor(EngineSettings settings, DeviceChoice device) {
        ClassLoader own = NativeLibraries.class.getClassLoader();
        boolean cuda = device.wantsGpu()
                && CudaUtils.getGpuCount() > 0
                && (settings.downloadAllowed() || hasDownloadedCuda(Utils.getEngineCacheDir("pytorch")));
        return cuda ? new HidingLoader(own) : own;
    }

    /** Whether an earlier run downloaded a CUDA build into the cache folder. */
    static boolean hasDownloadedCuda(Path cacheFolder) {
        if (!Files.isDirectory(cacheFolder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(cacheFolder)) {
            return children.anyMatch(child -> child.getFileName().toString().matches("[0-9.]+-cu\\d+.*")
                    && Files.exists(child.resolve(System.mapLibraryName("torch"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees everything but the description of the bundled library. */
    static final class HidingLoader extends ClassLoader {

        HidingLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(BUNDLED_DESCRIPTION) ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
