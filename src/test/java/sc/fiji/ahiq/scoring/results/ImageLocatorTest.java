/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ImageException;

class ImageLocatorTest {

    @TempDir
    private Path folder;

    private ImageLocator locator(Optional<Path> images) {
        return new ImageLocator(folder.resolve("table.csv"), images);
    }

    @Test
    void anAbsolutePathIsItself() {
        Path image = folder.resolve("nowhere/a.png").toAbsolutePath();

        assertThat(locator(Optional.of(folder)).find(image.toString())).isEqualTo(image);
    }

    @Test
    void foldersAreLookedThroughInTheirOrder() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        ImageLocator locator = locator(Optional.of(images));

        assertThat(locator.find("pom.xml")).isEqualTo(Path.of("pom.xml").toAbsolutePath());
        Files.createFile(folder.resolve("pom.xml"));
        assertThat(locator.find("pom.xml")).isEqualTo(folder.resolve("pom.xml"));
        Files.createFile(images.resolve("pom.xml"));
        assertThat(locator.find("pom.xml")).isEqualTo(images.resolve("pom.xml"));
        assertThat(locator(Optional.empty()).find("pom.xml")).isEqualTo(folder.resolve("pom.xml"));
    }

    @Test
    void anImageThatIsNowhereIsExpectedInTheFolderOfTheTable() {
        assertThat(locator(Optional.of(folder.resolve("images"))).find("a/b.png"))
                .isEqualTo(folder.resolve("a/b.png"));
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertThatThrownBy(() -> locator(Optional.empty()).find("a\0.png"))
                .isInstanceOf(ImageException.class)
                .hasMessage("Expected the path of an image, but found 'a?.png'.");
    }
}
