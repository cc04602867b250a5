/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.DatasetException;

class MissingFilesTest {

    @TempDir
    private Path folder;

    @Test
    void everyMissingFileIsListedOnce() throws IOException {
        Path there = Files.createFile(folder.resolve("there.png"));
        Path reference = folder.resolve("reference.png");
        Path distorted = folder.resolve("distorted.png");

        MissingFiles missing =
                MissingFiles.of(List.of(RatedPair.unrated(reference, there), RatedPair.unrated(reference, distorted)));

        assertThat(missing.files()).containsExactly(reference, distorted);
        assertThat(missing)
                .hasToString("Expected 3 image files, but 2 are missing: " + reference + "; " + distorted + ".");
        assertThatThrownBy(() -> missing.requireNone("Check the root."))
                .isInstanceOf(DatasetException.class)
                .hasMessage(missing + " Check the root.");
    }

    @Test
    void aFolderIsNoImage() throws IOException {
        Path image = Files.createFile(folder.resolve("a.png"));

        assertThat(MissingFiles.of(List.of(RatedPair.unrated(image, folder))))
                .hasToString("Expected 2 image files, but 1 is missing: " + folder + ".");
    }

    @Test
    void nothingIsSaidIfAllAreThere() throws IOException {
        Path image = Files.createFile(folder.resolve("a.png"));
        MissingFiles missing = MissingFiles.of(List.of(RatedPair.unrated(image, image)));

        assertThat(missing.isEmpty()).isTrue();
        assertThatNoException().isThrownBy(() -> missing.requireNone("Check the root."));
    }
}
