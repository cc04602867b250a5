/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.image.IntensityRange;
import sc.fiji.ahiq.image.crop.Crop;
import sc.fiji.ahiq.image.crop.PatchMaps;
import sc.fiji.ahiq.metric.MetricResult;
import sc.fiji.ahiq.network.inference.AhiqMetric;
import sc.fiji.ahiq.scoring.PairScore;
import sc.fiji.ahiq.scoring.RunInfo;

class MapFolderTest {

    private static final List<RunInfo.Scorer> AHIQ =
            List.of(new RunInfo.Scorer(AhiqMetric.describe("ahiq", 4), Map.of(), List.of()));

    @TempDir
    private Path folder;

    private static PairScore score(int width, int height) {
        float[][] ones = {{1}};
        PatchMaps maps = PatchMaps.ofCrops(width, height, 4, 0, List.of(new Crop(0, 0)), ones, ones);
        return new PairScore(
                "r", "d", Map.of("ahiq", MetricResult.of(1, maps)), Map.of(), new IntensityRange(0, 1, "test"), 0);
    }

    @Test
    void mapsAreFilesOfTheDistortedImage() {
        MapFolder<Path> maps = MapFolder.create(folder, List.of(Path.of("a.png")), image -> image);
        assertThat(maps.has(Path.of("a.png"), AHIQ)).isFalse();

        maps.write(Path.of("a.png"), score(8, 6));

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a_ahiq_score.tif", "a_ahiq_weight.tif");
        assertThat(maps.has(Path.of("a.png"), AHIQ)).isTrue();
    }

    @Test
    void aMapThatNoTiffFileHoldsIsLeftOutAndItsPlaceSaysSo() throws Exception {
        MapFolder<Path> maps = MapFolder.create(folder, List.of(Path.of("a.png")), image -> image);

        maps.write(Path.of("a.png"), score(40_000, 30_000));

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a_ahiq_score.txt", "a_ahiq_weight.txt");
        assertThat(Files.readString(folder.resolve("a_ahiq_score.txt")))
                .isEqualTo("Expected a map of at most 1073740800 pixels, for a TIFF file holds 4 GB, but it"
                        + " is 40000 x 30000. Score regions of the image to have their maps.\n");
        assertThat(maps.has(Path.of("a.png"), AHIQ)).isTrue();
    }
}
