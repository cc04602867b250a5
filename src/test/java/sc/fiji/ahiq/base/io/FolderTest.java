/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.base.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.UsageException;

class FolderTest {

    @TempDir
    Path folder;

    @Test
    void makesAFolderAndThoseAboveItOnce() {
        Path deep = folder.resolve("a").resolve("b");

        assertThat(Folder.make(deep)).isEqualTo(deep).isDirectory();
        assertThat(Folder.make(deep)).isEqualTo(deep);
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "");

        assertThatThrownBy(() -> Folder.make(file))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot make the folder " + file + ": " + file + " is there already. Name another one.");
    }
}
