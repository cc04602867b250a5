/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {

    private static final byte[] CONTENT = new byte[100_000];

    @TempDir
    private Path folder;

    private Path engine;
    private Path library;
    private PackedFile packed;

    @BeforeEach
    void makeJar() throws IOException {
        engine = folder.resolve("pytorch");
        library = engine.resolve("1.0/libx.so");
        Path jar = folder.resolve("x.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/libx.so"));
            zip.write(CONTENT);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            packed = PackedFile.of(loader, "lib/libx.so");
        }
    }

    private void complete() throws IOException {
        new NativeCache(engine, engine.resolve("1.0"), Map.of("libx.so", packed)).complete();
    }

    @Test
    void missingFilesAreUnpacked() throws IOException {
        complete();

        assertThat(library).hasBinaryContent(CONTENT);
    }

    @Test
    void cutFilesAreUnpackedAgain() throws IOException {
        complete();
        Files.write(library, new byte[10]);

        complete();

        assertThat(library).hasBinaryContent(CONTENT);
    }

    @Test
    void completeFilesAreLeftAlone() throws IOException {
        complete();
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, old);

        complete();

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(old);
    }

    @Test
    void leftoversOfKilledRunsAreDeleted() throws IOException {
        complete();
        Path own = Files.createFile(engine.resolve("ahiq-part-123"));
        Path abandoned = Files.createDirectory(engine.resolve("tmp123"));
        Files.createFile(abandoned.resolve("libx.so"));
        Files.setLastModifiedTime(abandoned, FileTime.fromMillis(1_000_000));
        Path recent = Files.createDirectory(engine.resolve("tmp456"));

        complete();

        assertThat(own).doesNotExist();
        assertThat(abandoned).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aDamagedJarIsNotUnpacked() {
        packed = new PackedFile(packed.url(), packed.size(), packed.crc() ^ 1);

        assertThatThrownBy(this::complete)
                .isInstanceOf(IOException.class)
                .hasMessage("libx.so in the jar is damaged; install the program again");
        assertThat(library).doesNotExist();
    }
}
