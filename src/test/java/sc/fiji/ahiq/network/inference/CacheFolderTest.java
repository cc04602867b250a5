/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.EngineException;

class CacheFolderTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void isInTheHomeFolder() {
        assertThat(CacheFolder.usual(Optional.of(home), temporary)).isEqualTo(home.resolve(".djl.ai"));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void withoutHomeIsPrivateBelowTheTemporaryDirectory() throws IOException {
        Path cache = CacheFolder.usual(Optional.of(folder.resolve("nowhere")), temporary);

        assertThat(cache).hasParent(temporary);
        assertThat(cache.getFileName().toString()).startsWith("ahiq-");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        assertThat(CacheFolder.usual(Optional.empty(), temporary)).isEqualTo(cache);
    }

    @Test
    void aFolderThatOthersCanWriteIsNotUsed() throws IOException {
        Path first = CacheFolder.usual(Optional.empty(), temporary);
        Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(CacheFolder.usual(Optional.empty(), temporary)).isEqualTo(Path.of(first + "-1"));
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path first = CacheFolder.usual(Optional.empty(), temporary);
        Files.delete(first);
        Files.createSymbolicLink(first, home);

        assertThat(CacheFolder.usual(Optional.empty(), temporary)).isEqualTo(Path.of(first + "-1"));
    }

    @Test
    void whereNothingCanBeWrittenTheUserNamesAFolder() {
        assertThatThrownBy(() -> CacheFolder.usual(Optional.empty(), folder.resolve("nowhere")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Name a folder by --cache or AHIQ_CACHE.");
    }
}
