/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.ahiq.base.Progress;
import sc.fiji.ahiq.ij1.CompactModel;
import sc.fiji.ahiq.image.crop.CropPlan;
import sc.fiji.ahiq.metric.Metrics;
import sc.fiji.ahiq.scoring.MetricSelection;
import sc.fiji.ahiq.scoring.ScoringOptions;
import sc.fiji.ahiq.scoring.pairs.Manifest;
import sc.fiji.ahiq.scoring.results.Row;

/**
 * Results files of the first version of the program, on an x86-64 CPU: whatever has been rebuilt since, cells have the
 * same bytes, but for the last digits of a network on another CPU. The column of AHIQ was called
 * {@code score}, and {@code ssim} was what is {@code ssim_clipped} now.
 */
class UnchangedResultsTest {

    private static final Path FORMER = Path.of("src/test/resources/results");
    private static final Path IMAGES = Path.of("src/test/resources/images");
    private static final String METRICS = "ahiq,psnr,ssim_clipped,ms_ssim,fsimc,vsi,gmsd,vif,iw_ssim,mad,haarpsi,mdsi";

    /** Sums of float32 in another order. */
    private static final double NETWORK_TOLERANCE = 1e-5;

    /** Functions such as powers and logarithms differ in the last bit between kinds of CPU. */
    private static final double TOLERANCE_ELSEWHERE = 1e-9;

    private static final boolean SAME_KIND_OF_CPU =
            System.getProperty("os.arch").equals("amd64");
    private static final Set<String> OF_THE_NETWORK = Set.of("ahiq", "sd");

    private static final Map<String, String> NEW_NAMES = Map.of("ssim", "ssim_clipped");

    /** Paths are others in the test, and hashes are of names, too. */
    private static final Set<String> FILES = Set.of("reference", "distorted", "manifest", "error", "run", "key");

    @TempDir
    private Path folder;

    private Path manifest() throws IOException {
        for (String image : List.of("scene1", "scene1_blur", "scene2", "scene2_noise", "scene3", "scene3_jpeg")) {
            Files.copy(IMAGES.resolve(image + ".png"), folder.resolve(image + ".png"));
        }
        return Files.writeString(
                folder.resolve("pairs.csv"),
                """
                reference,distorted,mos,std,distortion,level
                scene1.png,scene1_blur.png,0.3,0.1,blur,2
                scene2.png,scene2_noise.png,0.5,0.2,noise,3
                scene3.png,scene3_jpeg.png,0.7,0.3,jpeg,1
                scene3.png,scene1.png,,,,
                """);
    }

    private List<Map<String, String>> score(ScoringOptions options, String name) throws IOException {
        Path results = folder.resolve(name);
        Batch.score(Manifest.read(manifest()).pairs(), BatchOptions.of(options), results, Progress.NONE);
        return cells(results);
    }

    private static List<Map<String, String>> cells(Path results) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Row row : BatchFixture.rows(results)) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells().keySet().forEach(column -> cells.put(column, row.text(column)));
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void scoresByAModelAndAllElseAreThoseOfTheFirstVersion() throws IOException {
        ScoringOptions options = ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse(METRICS, Metrics.ofClassPath()))
                .withModel(CompactModel.write(folder.resolve("model")).toString())
                .withCrops(CropPlan.random(2, 7), 7)
                .withInference(BatchFixture.CPU);

        assertSame(cells(FORMER.resolve("0.1-first.csv")), score(options, "results.csv"));
    }

    @Test
    void rowsWithoutAModelHaveTheCellsOfTheFirstVersionThatWereNotEmpty() throws IOException {
        ScoringOptions options = ScoringOptions.defaults()
                .withMetrics(MetricSelection.parse("psnr,ssim_clipped", Metrics.ofClassPath()));

        assertSame(cells(FORMER.resolve("0.1-first.jsonl")), score(options, "results.jsonl"));
    }

    private static void assertSame(List<Map<String, String>> former, List<Map<String, String>> now) {
        assertThat(now).hasSameSizeAs(former);
        for (int i = 0; i < former.size(); i++) {
            Map<String, String> cells = now.get(i);
            former.get(i).forEach((column, text) -> assertCell(NEW_NAMES.getOrDefault(column, column), text, cells));
        }
    }

    private static void assertCell(String column, String former, Map<String, String> now) {
        String text = now.getOrDefault(column, "");
        if (FILES.contains(column)) {
            assertThat(text.isEmpty()).isEqualTo(former.isEmpty());
        } else if (OF_THE_NETWORK.contains(column) && !former.isEmpty()) {
            assertThat(Double.parseDouble(text)).isCloseTo(Double.parseDouble(former), within(NETWORK_TOLERANCE));
        } else if (SAME_KIND_OF_CPU || former.isEmpty() || !former.matches("-?\\d+\\.\\d+")) {
            assertThat(text).as(column).isEqualTo(former);
        } else {
            assertThat(Double.parseDouble(text))
                    .as(column)
                    .isCloseTo(Double.parseDouble(former), within(TOLERANCE_ELSEWHERE));
        }
    }
}
