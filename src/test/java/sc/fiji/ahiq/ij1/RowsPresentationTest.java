/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.command.Operation;
import sc.fiji.ahiq.command.ScoreFolder;
import sc.fiji.ahiq.image.file.GreyFiles;

class RowsPresentationTest {

    @TempDir
    private Path folder;

    private Map<String, String> values;

    @BeforeEach
    void makeImages() throws Exception {
        for (String name : List.of("reference", "images/first", "images/second")) {
            Path file = folder.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            byte[] pixels = new byte[CompactModel.CROP * CompactModel.CROP];
            new Random(name.length()).nextBytes(pixels);
            GreyFiles.writePng(file, pixels, CompactModel.CROP, CompactModel.CROP);
        }
        values = new HashMap<>(Map.of(
                "references", folder.resolve("reference.png").toString(),
                "distorted", folder.resolve("images").toString(),
                "model", CompactModel.write(folder.resolve("model")).toString(),
                "output", folder.resolve("results.csv").toString()));
    }

    private List<String> table() throws Exception {
        return Files.readAllLines(
                Path.of(AhiqPlugIn.saveScores(folder.resolve("table.csv").toString())));
    }

    @Test
    void rowsAreInTheFileAndInTheTableAndCallGetsTheFile() throws Exception {
        int before = table().size();

        String result = OperationRun.run(Operation.of(ScoreFolder.class), values);

        assertThat(result).isEqualTo(folder.resolve("results.csv").toString());
        assertThat(Files.readAllLines(Path.of(result))).hasSize(3);
        assertThat(table()).hasSizeBetween(before + 2, before + 3);
        assertThat(table().get(table().size() - 2))
                .contains(folder.resolve("images/first.png").toString());
        assertThat(table().get(table().size() - 1))
                .contains(folder.resolve("images/second.png").toString());
    }

    @Test
    void aMacroEndsWherePairsFailedButTheirRowsAreThere() throws Exception {
        Files.writeString(folder.resolve("images/first.png"), "broken");

        assertThatThrownBy(() -> OperationRun.run(Operation.of(ScoreFolder.class), values))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("1 of 2 pairs could not be scored, see the column error of "
                        + folder.resolve("results.csv")
                        + "; the first: Expected a PNG, JPEG, GIF, BMP, TIFF, PGM, PPM, JPEG 2000 or WebP image, but "
                        + folder.resolve("images/first.png"));

        assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(3);
        assertThat(table().get(table().size() - 2)).contains("Expected a PNG");
    }
}
