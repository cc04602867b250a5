/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibrariesTest {

    private static final String DESCRIPTION = "native/lib/pytorch.properties";

    @TempDir
    private Path cache;

    @Test
    void anEmptyOrMissingCacheHasNoCuda() {
        assertThat(NativeLibraries.hasDownloadedCuda(cache)).isFalse();
        assertThat(NativeLibraries.hasDownloadedCuda(cache.resolve("nowhere"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.7.1-cu128-linux-x86_64", "2.7.1-cu128-win-x86_64", "2.5.0-cu124-precxx11-linux-x86_64"})
    void aFolderWithTheLibraryOfACudaBuildIsFound(String name) throws IOException {
        install(name);

        assertThat(NativeLibraries.hasDownloadedCuda(cache)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.7.1-cpu-linux-x86_64", "2.7.1-20250812-cpu-linux-x86_64", "tmp-cu128"})
    void otherBuildsAreNotCuda(String name) throws IOException {
        install(name);

        assertThat(NativeLibraries.hasDownloadedCuda(cache)).isFalse();
    }

    @Test
    void anUnfinishedDownloadIsNotFound() throws IOException {
        Files.createDirectory(cache.resolve("2.7.1-cu128-linux-x86_64"));

        assertThat(NativeLibraries.hasDownloadedCuda(cache)).isFalse();
    }

    private void install(String name) throws IOException {
        Files.createFile(Files.createDirectory(cache.resolve(name)).resolve(System.mapLibraryName("torch")));
    }

    @Test
    void onlyTheDescriptionOfTheBundledLibraryIsHidden() throws IOException {
        ClassLoader own = NativeLibraries.class.getClassLoader();
        ClassLoader hiding = new NativeLibraries.HidingLoader(own);

        assertThat(Collections.list(own.getResources(DESCRIPTION))).isNotEmpty();
        assertThat(Collections.list(hiding.getResources(DESCRIPTION))).isEmpty();
        String service = "META-INF/services/ai.djl.engine.EngineProvider";
        assertThat(Collections.list(hiding.getResources(service)))
                .isNotEmpty()
                .isEqualTo(Collections.list(own.getResources(service)));
    }

    @Test
    void theBundledLibraryServesTheCpu() {
        EngineSettings download = new EngineSettings(Optional.empty(), true);

        assertThat(NativeLibraries.loaderFor(download, DeviceChoice.CPU))
                .isSameAs(NativeLibraries.class.getClassLoader());
    }

    @Test
    void theBundledLibraryIsHiddenWhereADownloadServesAGpu() {
        EngineSettings download = new EngineSettings(Optional.empty(), true);

        assertThat(NativeLibraries.loaderFor(download, DeviceChoice.AUTO) instanceof NativeLibraries.HidingLoader)
                .isEqualTo(CudaUtils.getGpuCount() > 0);
    }
}
