/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.metric.QualityMap;
import sc.fiji.ahiq.network.torchscript.PairScripts;

/** Scores by an engine in a helper process are those of one in this process, to the last bit. */
class EnginePlacesTest {

    private static final Path REFERENCE = Path.of("src/test/resources/images/scene1.png");
    private static final Path DISTORTED = Path.of("src/test/resources/images/scene1_blur.png");

    @TempDir
    private static Path folder;

    private static String metrics;

    @BeforeAll
    static void makeScriptAndModel() throws IOException {
        Path script = PairScripts.write(folder.resolve("diff.pt"), PairScripts.DIFFERENCE);
        Path model = CompactModel.write(folder.resolve("model"));
        metrics = "ahiq,ahiq:" + model + ",st_lpips,psnr,script:" + script;
    }

    private static Ahiq open(String engine) {
        return Ahiq.builder()
                .engine(engine)
                .device("cpu")
                .metrics(metrics)
                .maps(true)
                .open();
    }

    @Test
    void scoresAndMapsOfEveryKindOfMetricAreTheSame() {
        try (Ahiq internal = open("internal");
                Ahiq process = open("process")) {
            Score expected = internal.score(REFERENCE, DISTORTED);
            Score found = process.score(REFERENCE, DISTORTED);

            assertThat(withoutTime(found.row()))
                    .isEqualTo(withoutTime(expected.row()))
                    .hasSizeGreaterThan(8);
            for (String metric : List.of("ahiq", "st_lpips")) {
                assertThat(pixels(found.maps(metric))).isNotEmpty().isDeepEqualTo(pixels(expected.maps(metric)));
            }
        }
    }

    private static Map<String, Object> withoutTime(Map<String, Object> row) {
        Map<String, Object> cells = new LinkedHashMap<>(row);
        cells.remove("seconds");
        return cells;
    }

    private static float[][] pixels(List<QualityMap> maps) {
        return maps.stream().map(map -> map.values()).toArray(float[][]::new);
    }
}
