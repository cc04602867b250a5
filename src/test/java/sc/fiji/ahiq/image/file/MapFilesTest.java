/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ResultsException;

class MapFilesTest {

    private static final float[] PIXELS = {0.1f, -2.5f, Float.NaN, Float.MIN_VALUE, 3e10f, 1 / 3f};

    @TempDir
    private Path folder;

    @Test
    void imageJReadsTheSamePixels() {
        Path file = folder.resolve("map.tif");

        MapFiles.write(file, "map", PIXELS, 3, 2);

        ImagePlus map = new Opener().openTiff(folder + "/", "map.tif");
        assertThat(map.getType()).isEqualTo(ImagePlus.GRAY32);
        assertThat(map.getWidth()).isEqualTo(3);
        assertThat(map.getHeight()).isEqualTo(2);
        assertThat((float[]) map.getProcessor().getPixels()).containsExactly(PIXELS);
        assertThat(map.getDisplayRangeMin()).isEqualTo(-2.5);
        assertThat(map.getDisplayRangeMax()).isEqualTo(3e10f);
    }

    @Test
    void mapsWithoutAnyValueOpenToo() {
        MapFiles.write(folder.resolve("empty.tif"), "empty", new float[] {Float.NaN, Float.NaN}, 2, 1);

        assertThat((float[]) new Opener()
                        .openTiff(folder + "/", "empty.tif")
                        .getProcessor()
                        .getPixels())
                .containsExactly(Float.NaN, Float.NaN);
    }

    @Test
    void replacesAFileAndLeavesNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("map.tif"), "before");

        MapFiles.write(file, "map", PIXELS, 3, 2);

        assertThat(Files.size(file)).isGreaterThan(100);
        assertThat(folder.toFile().list()).containsExactly("map.tif");
    }

    @Test
    void aFolderThatIsAFileIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("map.tif");

        assertThatThrownBy(() -> MapFiles.write(file, "map", PIXELS, 3, 2))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith("Cannot write the map " + file + ": ");
    }
}
