/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomicFileTest {

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("target");
    }

    @Test
    void createsAFile() throws IOException {
        AtomicFile.write(target, channel -> write(channel, "new"));

        assertThat(target).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void replacesALongerFile() throws IOException {
        Files.writeString(target, "a longer text");

        AtomicFile.write(target, channel -> write(channel, "new"));

        assertThat(target).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void targetKeepsItsContentWhileTheNewOneIsWritten() throws IOException {
        Files.writeString(target, "old");

        AtomicFile.write(target, channel -> {
            write(channel, "new");
            channel.force(true);
            assertThat(target).hasContent("old");
        });

        assertThat(target).hasContent("new");
    }

    @Test
    void theWriterMayCloseTheChannel() throws IOException {
        AtomicFile.write(target, channel -> {
            try (OutputStream stream = Channels.newOutputStream(channel)) {
                stream.write('x');
            }
        });

        assertThat(target).hasContent("x");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IOException("disk"), new IllegalStateException("source"), new AssertionError("defect"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailingWriterLeavesNoTrace(Throwable failure) throws IOException {
        Files.writeString(target, "old");

        assertThatThrownBy(() -> AtomicFile.write(target, channel -> {
                    write(channel, "half");
                    AtomicFileTest.<RuntimeException>sneak(failure);
                }))
                .isSameAs(failure);

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void refusesAFolderAsTarget() throws IOException {
        Files.createDirectory(target);

        assertThatThrownBy(() -> AtomicFile.write(target, channel -> write(channel, "new")))
                .isInstanceOf(FileSystemException.class)
                .isNotInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(target + ": it is a folder");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void refusesAMissingFolder() {
        Path orphan = folder.resolve("missing").resolve("target");

        assertThatThrownBy(() -> AtomicFile.write(orphan, channel -> write(channel, "new")))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(folder.resolve("missing").toString());
    }

    @Test
    void theFileHasTheUsualPermissions() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Path usual = Files.createFile(folder.resolve("usual"));

        AtomicFile.write(target, channel -> write(channel, "new"));

        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
