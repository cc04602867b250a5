/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFolderTest {

    @TempDir
    private Path parent;

    @Test
    void replacesTheWholeFolder() throws IOException {
        ReplacedFolder folder = new ReplacedFolder(parent.resolve("x"));
        folder.replace(filler("a", "1"));
        folder.replace(filler("b", "2"));

        assertThat(folder.current()).isEqualTo(parent.resolve("x"));
        assertThat(parent.resolve("x")).isDirectoryNotContaining("glob:**a");
        assertThat(parent.resolve("x/b")).hasContent("2");
        assertThat(parent).isDirectoryNotContaining("glob:**.{new,old}");
    }

    @Test
    void aFailureKeepsTheFormerFolder() {
        ReplacedFolder folder = new ReplacedFolder(parent.resolve("x"));
        folder.replace(filler("a", "1"));

        assertThatThrownBy(() -> folder.replace(path -> {
                    filler("a", "half").accept(path);
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(folder.current().resolve("a")).hasContent("1");
    }

    /** As a process leaves it that is killed between the two renamings. */
    @Test
    void findsTheFormerFolderIfTheNewOneNeverGotItsPlace() throws IOException {
        ReplacedFolder folder = new ReplacedFolder(parent.resolve("x"));
        folder.replace(filler("a", "1"));
        Files.move(parent.resolve("x"), parent.resolve("x.old"));
        Files.createDirectory(parent.resolve("x.new"));

        assertThat(folder.current().resolve("a")).hasContent("1");

        folder.replace(filler("a", "2"));

        assertThat(folder.current()).isEqualTo(parent.resolve("x"));
        assertThat(folder.current().resolve("a")).hasContent("2");
        assertThat(parent).isDirectoryNotContaining("glob:**.{new,old}");
    }

    private static Consumer<Path> filler(String name, String text) {
        return path -> {
            try {
                Files.createDirectory(path);
                Files.writeString(path.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
