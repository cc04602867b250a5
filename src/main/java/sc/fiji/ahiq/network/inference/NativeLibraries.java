/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Chooses between the bundled CPU build of PyTorch and the CUDA build that DJL downloads. DJL takes the bundled one
 * whenever it finds its description on the class path, so that is hidden where the other one is wanted.
 */
final class NativeLibraries {

    private static final String ENGINE = "pytorch";
    private static final String BUNDLED_DESCRIPTION = "native/lib/pytorch.properties";

    private NativeLibraries() {}

    /** The class loader for the start of the engine. */
    static ClassLoader loaderFor(EngineSettings settings, DeviceChoice device) {
        ClassLoader own = NativeLibraries.class.getClassLoader();
        boolean cuda = device.wantsGpu()
                && CudaUtils.getGpuCount() > 0
                && (settings.downloadAllowed() || hasDownloadedCuda(Utils.getEngineCacheDir(ENGINE)));
        return cuda ? new HidingLoader(own) : own;
    }

    /**
     * Unpacks the bundled libraries for this machine where they are missing or damaged. Does nothing where others are
     * used: a CUDA build, or one that the user names by {@code PYTORCH_LIBRARY_PATH} or {@code PYTORCH_VERSION}.
     *
     * @throws IOException if they cannot be unpacked
     */
    static void unpack(ClassLoader loader) throws IOException {
        boolean other = Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null
                || Utils.getEnvOrSystemProperty("PYTORCH_VERSION") != null;
        if (other || loader instanceof HidingLoader || loader.getResource(BUNDLED_DESCRIPTION) == null) {
            return;
        }
        Platform platform = Platform.detectPlatform(ENGINE);
        if (platform.isPlaceholder()) {
            return;
        }
        String build = platform.getFlavor() + "/" + platform.getClassifier() + "/";
        Map<String, PackedFile> files = new LinkedHashMap<>();
        for (String library : platform.getLibraries()) {
            files.put(library, PackedFile.of(loader, "pytorch/" + build + library));
        }
        String jni = System.mapLibraryName("djl_torch");
        String jniResource = "jnilib/" + platform.getClassifier() + "/" + platform.getFlavor() + "/" + jni;
        files.put(platform.getApiVersion() + "-" + jni, PackedFile.of(loader, jniResource));
        Path folder = Utils.getEngineCacheDir(ENGINE);
        String name = platform.getVersion() + "-" + platform.getFlavor() + "-" + platform.getClassifier();
        new NativeCache(folder, folder.resolve(name), files).complete();
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
